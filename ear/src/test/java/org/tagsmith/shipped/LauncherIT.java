package org.tagsmith.shipped;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job, {@code mvn -Prun}, less the build. */
class LauncherIT {
  // A third of the tickets in Zendesk, less a few that Freshdesk has removed for good.
  private static final long FRESHDESK_TICKETS = 500;

  @TempDir Path data;

  @Test
  void it_starts_says_where_to_look_stops_cleanly_and_finds_its_data_again() throws Exception {
    Map<String, String> settings = RunningTagsmith.settings(data);
    String password;
    try (RunningTagsmith tagsmith = RunningTagsmith.start(settings).awaitReady()) {
      password = tagsmith.adminPassword();
      assertThat(tagsmith.lines())
          .anyMatch(line -> line.contains(data.toString()))
          .anyMatch(line -> line.contains(tagsmith.at("/").toString()))
          .anyMatch(line -> line.contains(tagsmith.sandboxAt("/agent/tickets").toString()))
          .anyMatch(line -> line.contains(tagsmith.freshdeskAt("/agent/tickets").toString()))
          .anyMatch(line -> line.contains(tagsmith.at("/openapi").toString()));
      assertThat(tagsmith.get(tagsmith.at("/health/ready")).statusCode()).isEqualTo(200);
      assertThat(addressesForOthers())
          .allSatisfy(
              address -> assertThat(answers(address, tagsmith.at("/").getPort())).isFalse());
      awaitTickets(tagsmith, "zendesk", 2000);
      awaitTickets(tagsmith, "freshdesk", FRESHDESK_TICKETS);

      List<ProcessHandle> children = tagsmith.process().descendants().toList();
      assertThat(children).as("the server and PostgreSQL").hasSizeGreaterThanOrEqualTo(1);
      tagsmith.stop();
      assertThat(tagsmith.lines()).last().isEqualTo("Tagsmith has stopped.");
      assertThat(children).noneMatch(ProcessHandle::isAlive);
      assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    try (RunningTagsmith again = RunningTagsmith.start(settings).awaitReady()) {
      assertThat(again.adminPassword()).isEqualTo(password);
      assertThat(stored(again, "zendesk")).isGreaterThanOrEqualTo(2000);
    }
  }

  @Test
  void a_start_that_was_killed_is_cleaned_up_by_the_next() throws Exception {
    Map<String, String> settings = RunningTagsmith.settings(data);
    RunningTagsmith killed = RunningTagsmith.start(settings).awaitReady();
    killed.process().destroyForcibly().waitFor();

    try (RunningTagsmith next = RunningTagsmith.start(settings).awaitReady()) {
      awaitTickets(next, "zendesk", 2000);
      awaitTickets(next, "freshdesk", FRESHDESK_TICKETS);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"TAGSMITH_PORT", "TAGSMITH_SANDBOX_PORT", "TAGSMITH_SANDBOX_FRESHDESK_PORT"})
  void a_port_in_use_is_one_clear_line(String variable) throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      Map<String, String> settings = RunningTagsmith.settings(data);
      settings.put(variable, Integer.toString(taken.getLocalPort()));

      assertRefused(
          settings,
          "Tagsmith does not run: Port "
              + taken.getLocalPort()
              + " is in use. Stop what uses it, or set "
              + variable
              + " to a free port.");
    }
  }

  @Test
  void a_data_folder_that_cannot_be_written_is_one_clear_line() throws Exception {
    Path file = Files.createFile(data.resolve("a-file"));
    Map<String, String> settings = RunningTagsmith.settings(file);

    assertRefused(
        settings,
        "Tagsmith does not run: The data folder "
            + file
            + " cannot be written. Make it writable, or set TAGSMITH_DATA to another folder.");
  }

  @Test
  void an_export_that_is_cut_off_is_one_clear_line_with_its_number() throws Exception {
    Path export = data.resolve("export.ndjson");
    Files.writeString(export, "{\"id\": 1, \"subject\": \"a\", \"tags\": []}\n{\"id\": 2, \"sub");
    Map<String, String> settings = RunningTagsmith.settings(data.resolve("kept"));
    settings.put("TAGSMITH_SANDBOX_TICKETS", export.toString());

    try (RunningTagsmith refused = RunningTagsmith.start(settings)) {
      assertThat(refused.awaitEnd()).isEqualTo(2);
      assertThat(refused.lines())
          .filteredOn(line -> line.startsWith("Tagsmith does not run"))
          .singleElement()
          .asString()
          .contains(export + ", line 2: ");
    }
  }

  private static void assertRefused(Map<String, String> settings, String line) throws Exception {
    try (RunningTagsmith refused = RunningTagsmith.start(settings)) {
      assertThat(refused.awaitEnd()).isEqualTo(2);
      assertThat(refused.lines()).containsExactly(line);
    }
  }

  /** The addresses by which other machines reach this one. */
  private static List<InetAddress> addressesForOthers() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress())
        .toList();
  }

  private static boolean answers(InetAddress address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 2_000);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private static void awaitTickets(RunningTagsmith tagsmith, String helpdesk, long count) {
    await().atMost(60, SECONDS).until(() -> stored(tagsmith, helpdesk) >= count);
  }

  private static double stored(RunningTagsmith tagsmith, String helpdesk)
      throws IOException, InterruptedException {
    return tagsmith
        .get(tagsmith.at("/metrics?scope=application"))
        .body()
        .lines()
        .filter(line -> line.startsWith("tagsmith_tickets_stored"))
        .filter(line -> line.contains(helpdesk))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElse(0);
  }
}
