package org.tagsmith.bench;

import java.util.List;
import java.util.OptionalDouble;
import org.tagsmith.domain.report.PublishBenchmark;
import org.tagsmith.domain.shared.Figures;

/** A merge of two busy house tags; what is done and beside what, {@link PublishBenchmark} says. */
final class PublishTrial implements Benchmark {
  @Override
  public String name() {
    return "publish";
  }

  @Override
  public Measured measure() {
    Figures figures = PublishBenchmark.measure(1_000_000, 20_000, 5);
    double value = Figures.quantile(figures.value(), 0.5);
    double floor = Figures.quantile(figures.floor(), 0.5);
    return new Measured(
        name(),
        figures.unit(),
        value,
        OptionalDouble.of(floor),
        OptionalDouble.of(value / floor),
        List.of(
            Measured.Limit.atMost("value", value, 2_000),
            Measured.Limit.atMost("ratio", value / floor, 0.01)),
        Measured.sorted(figures.value()),
        Measured.sorted(figures.floor()));
  }
}
