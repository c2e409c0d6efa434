package org.tagsmith.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.tagsmith.domain.shared.Figures;
import org.tagsmith.shipped.RunningTagsmith;

/**
 * From starting the launcher to the server's first ready answer, PostgreSQL and the sandbox
 * included, into an empty folder each time. The server runs in the memory that the launcher gives
 * it, which is asserted here.
 */
final class StartBenchmark implements Benchmark {
  private static final int REPETITIONS = 3;
  private static final String MEMORY = "-Xmx512m";

  @Override
  public String name() {
    return "server";
  }

  @Override
  public Measured measure() throws Exception {
    double[] seconds = new double[REPETITIONS];
    boolean bounded = true;
    for (int i = 0; i < REPETITIONS; i++) {
      Path data = Files.createTempDirectory("tagsmith-bench");
      long begun = System.nanoTime();
      try (RunningTagsmith tagsmith =
          RunningTagsmith.start(RunningTagsmith.settings(data)).awaitReady()) {
        seconds[i] = (System.nanoTime() - begun) / 1e9;
        bounded &= tagsmith.serverArguments().contains(MEMORY);
      } finally {
        Folders.delete(data);
      }
    }
    double value = Figures.quantile(seconds, 1);
    return new Measured(
        name(),
        "s",
        value,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        List.of(
            Measured.Limit.atMost("value", value, 30), new Measured.Limit("in " + MEMORY, bounded)),
        Measured.sorted(seconds),
        List.of());
  }
}
