package org.tagsmith.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.tagsmith.domain.report.MillionTickets;
import org.tagsmith.domain.shared.MessyLabels;
import org.tagsmith.domain.vocabulary.VocabularyReader;

/** The two that {@link InterpretBenchmark} compares; each call goes over all labels once. */
@State(Scope.Benchmark)
public class LabelReading {
  static final List<String> LABELS = new MessyLabels(23, 4_000).all();

  private final VocabularyReader reader = VocabularyReader.compile(MillionTickets.vocabulary());
  private final Map<String, Object> table = new HashMap<>();

  /** Fills both. */
  public LabelReading() {
    LABELS.forEach(label -> table.put(label, reader.interpret(label)));
  }

  /** Ours. */
  @Benchmark
  public void interpret(Blackhole eaten) {
    for (String label : LABELS) {
      eaten.consume(reader.interpret(label));
    }
  }

  /** The floor. */
  @Benchmark
  public void lookUp(Blackhole eaten) {
    for (String label : LABELS) {
      eaten.consume(table.get(label));
    }
  }
}
