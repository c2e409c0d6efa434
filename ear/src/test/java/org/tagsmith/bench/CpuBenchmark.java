package org.tagsmith.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.tagsmith.sandbox.zendesk.SandboxSettings;
import org.tagsmith.sandbox.zendesk.SandboxZendesk;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;
import org.tagsmith.shipped.RunningTagsmith;

/**
 * What the server's process takes of one core while 500 tickets change each second, the most that
 * Zendesk's export gives out: 30 pages of 1,000 a minute. The sandbox that changes them is in the
 * benchmark's own process. All of the server counts, its idle work too; PostgreSQL is a process of
 * its own and told beside it.
 */
final class CpuBenchmark implements Benchmark {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  /**
   * The export holds a ticket back for a minute after each change: none may change again before it
   * was given out.
   */
  private static final int TICKETS = 60_000;

  private static final int PER_SECOND = 500;
  private static final int BEATS_PER_SECOND = 10;
  private static final String TOKEN = "token-of-the-benchmark";
  private static final Duration MEASURED = Duration.ofSeconds(60);

  /** The minute that the export holds back, and one in which the server gets warm. */
  private static final Duration BEFORE = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "cpu";
  }

  @Override
  public Measured measure() throws Exception {
    Path data = Files.createTempDirectory("tagsmith-bench");
    ScheduledExecutorService people = Executors.newSingleThreadScheduledExecutor();
    SandboxSettings wanted = SandboxSettings.builder().tickets(TICKETS).apiToken(TOKEN).build();
    try (SandboxZendesk sandbox = SandboxZendesk.start(wanted);
        RunningTagsmith tagsmith = RunningTagsmith.start(settings(data, wanted, sandbox))) {
      tagsmith.awaitReady();
      List<Long> tickets = ticketsOf(sandbox);
      int[] turn = {0};
      var unused =
          people.scheduleAtFixedRate(
              () -> change(sandbox, tickets, turn[0]++),
              0,
              TimeUnit.SECONDS.toMillis(1) / BEATS_PER_SECOND,
              TimeUnit.MILLISECONDS);
      Thread.sleep(BEFORE.toMillis());
      List<ProcessHandle> launched = tagsmith.process().descendants().toList();
      List<ProcessHandle> postgres = databaseIn(data);
      Duration server = used(launched, CpuBenchmark::isServer);
      Duration database = used(postgres, process -> true);
      long exported = sandbox.journal().totals().exportedTickets();
      long begin = System.nanoTime();
      Thread.sleep(MEASURED.toMillis());
      double seconds = (System.nanoTime() - begin) / 1e9;
      double rate = (sandbox.journal().totals().exportedTickets() - exported) / seconds;
      double value = percent(used(launched, CpuBenchmark::isServer).minus(server), seconds);
      OUT.printf(
          Locale.ROOT,
          "%.0f tickets/s were read; PostgreSQL took %.1f %% of a core%n",
          rate,
          percent(used(postgres, process -> true).minus(database), seconds));
      return new Measured(
          name(),
          "% of a core",
          value,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          List.of(
              Measured.Limit.atMost("value", value, 15),
              Measured.Limit.atLeast("tickets/s", rate, PER_SECOND * 0.9)),
          List.of(value),
          List.of());
    } finally {
      people.shutdownNow();
      Folders.delete(data);
    }
  }

  private static Map<String, String> settings(
      Path data, SandboxSettings wanted, SandboxZendesk sandbox) {
    Map<String, String> settings = RunningTagsmith.settings(data);
    settings.put("TAGSMITH_ZENDESK_SUBDOMAIN", wanted.subdomain());
    settings.put("TAGSMITH_ZENDESK_BASE_URL", "http://localhost:" + sandbox.port());
    settings.put("TAGSMITH_ZENDESK_EMAIL", wanted.email());
    settings.put("TAGSMITH_ZENDESK_API_TOKEN", TOKEN);
    settings.put("TAGSMITH_HELPDESK_HOSTS", "localhost:" + sandbox.port());
    return settings;
  }

  private static List<Long> ticketsOf(SandboxZendesk sandbox) {
    return new ArrayList<>(
        sandbox
            .tickets()
            .all()
            .filter(ticket -> !ticket.deleted())
            .map(SandboxTicket::id)
            .toList());
  }

  /** Somebody works on fifty of them, one after the other. */
  private static void change(SandboxZendesk sandbox, List<Long> tickets, int turn) {
    int each = PER_SECOND / BEATS_PER_SECOND;
    for (int i = 0; i < each; i++) {
      long ticket = tickets.get((turn * each + i) % tickets.size());
      String label = "label_" + turn % 40;
      sandbox
          .tickets()
          .retag(
              ticket,
              "agent",
              labels -> {
                if (!labels.remove(label)) {
                  labels.add(label);
                }
                return labels;
              });
    }
  }

  private static Duration used(List<ProcessHandle> processes, Predicate<ProcessHandle> wanted) {
    Duration sum = Duration.ZERO;
    for (ProcessHandle process : processes) {
      if (process.isAlive() && wanted.test(process)) {
        sum = sum.plus(process.info().totalCpuDuration().orElse(Duration.ZERO));
      }
    }
    return sum;
  }

  private static boolean isServer(ProcessHandle process) {
    return List.of(process.info().arguments().orElse(new String[0]))
        .contains("org.tagsmith.launch.ServerMain");
  }

  /**
   * PostgreSQL and the processes of its connections; nobody's children, since it was started so.
   */
  private static List<ProcessHandle> databaseIn(Path data) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().command().orElse("").startsWith(data.toString()))
        .toList();
  }

  private static double percent(Duration cpu, double seconds) {
    return cpu.toNanos() / 1e9 / seconds * 100;
  }
}
