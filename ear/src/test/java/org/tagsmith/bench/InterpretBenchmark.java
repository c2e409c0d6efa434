package org.tagsmith.bench;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.tagsmith.domain.shared.Figures;

/** Reading one label that was read before, beside a look-up of the same strings. */
final class InterpretBenchmark implements Benchmark {
  @Override
  public String name() {
    return "interpret";
  }

  @Override
  public Measured measure() throws RunnerException {
    double[] value = run("interpret");
    double[] floor = run("lookUp");
    double median = Figures.quantile(value, 0.5);
    double floorMedian = Figures.quantile(floor, 0.5);
    double ratio = median / floorMedian;
    return new Measured(
        name(),
        "ns",
        median,
        OptionalDouble.of(floorMedian),
        OptionalDouble.of(ratio),
        List.of(Measured.Limit.atMost("ratio", ratio, 5)),
        Measured.sorted(value),
        Measured.sorted(floor));
  }

  private static double[] run(String method) throws RunnerException {
    RunResult result =
        new Runner(
                new OptionsBuilder()
                    .include(LabelReading.class.getName() + "." + method + "$")
                    .mode(Mode.AverageTime)
                    .timeUnit(TimeUnit.NANOSECONDS)
                    .forks(3)
                    .warmupIterations(3)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.seconds(1))
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .runSingle();
    return result.getBenchmarkResults().stream()
        .flatMap(fork -> fork.getIterationResults().stream())
        .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
        .map(nanos -> nanos / LabelReading.LABELS.size())
        .toArray();
  }
}
