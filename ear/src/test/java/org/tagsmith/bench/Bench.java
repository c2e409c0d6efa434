package org.tagsmith.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** What {@code mvn -Pbench verify} starts. */
final class Bench {
  // held, because a logger that nobody holds forgets its level
  private static final Logger MIGRATION = Logger.getLogger("org.flywaydb");
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Bench() {}

  /**
   * Measures, one after the other.
   *
   * @param args the folder for the results, then {@code all} or names with commas between
   */
  public static void main(String[] args) throws Exception {
    MIGRATION.setLevel(Level.WARNING);
    Path folder = Path.of(args[0]);
    List<Benchmark> all =
        List.of(
            new SidebarSizeBenchmark(),
            new InterpretBenchmark(),
            new PublishTrial(),
            new GovernBenchmark(),
            new ImportBenchmark(),
            new QueueBenchmark(),
            new MillionTicketBenchmark.Report(),
            new MillionTicketBenchmark.Sidebar(),
            SyncBenchmark.ofZendesk(),
            SyncBenchmark.ofFreshdesk(),
            new CpuBenchmark(),
            new WebhookBenchmark(),
            new StartBenchmark());
    List<Measured> measured = new ArrayList<>();
    for (Benchmark benchmark : chosen(all, args[1])) {
      OUT.println("Measuring " + benchmark.name() + " ...");
      Measured figure = benchmark.measure();
      figure.write(folder);
      measured.add(figure);
      OUT.println(figure.line());
    }
    OUT.println();
    OUT.println(Machine.described());
    measured.forEach(figure -> OUT.println(figure.line()));
    System.exit(measured.stream().allMatch(Measured::ok) ? 0 : 1);
  }

  private static List<Benchmark> chosen(List<Benchmark> all, String names) {
    if (names.equals("all")) {
      return all;
    }
    List<Benchmark> chosen = new ArrayList<>();
    for (String name : names.split(",")) {
      chosen.add(
          all.stream()
              .filter(each -> each.name().equals(name.strip()))
              .findAny()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "No benchmark is called '%s'. There are: %s"
                              .formatted(
                                  name,
                                  all.stream()
                                      .map(Benchmark::name)
                                      .collect(Collectors.joining(", "))))));
    }
    return chosen;
  }
}
