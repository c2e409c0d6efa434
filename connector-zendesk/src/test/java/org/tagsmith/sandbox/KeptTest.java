package org.tagsmith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagsmith.sandbox.zendesk.SandboxSettings;
import org.tagsmith.sandbox.zendesk.SandboxZendesk;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;

class KeptTest {
  private final TurnableClock clock = new TurnableClock();
  @TempDir private Path folder;

  private SandboxZendesk start(int tickets) throws IOException {
    return SandboxZendesk.start(
        SandboxSettings.builder().clock(clock).tickets(tickets).keyFolder(folder).build());
  }

  @Test
  void a_sandbox_finds_its_tickets_changes_and_key_again_a_day_later() throws IOException {
    List<SandboxTicket> before;
    String key;
    try (SandboxZendesk sandbox = start(200)) {
      sandbox.tickets().retag(7, "agent", tags -> Set.of("kept"));
      sandbox.tickets().create(sandbox.tickets().find(9).orElseThrow(), "api");
      before = sandbox.tickets().all().toList();
      key = sandbox.appPublicKeyPem();
    }
    clock.turn(Duration.ofDays(1));

    try (SandboxZendesk again = start(200)) {
      assertThat(again.tickets().all().toList()).isEqualTo(before).hasSize(201);
      assertThat(again.tickets().find(7).orElseThrow().tags()).containsExactly("kept");
      assertThat(again.appPublicKeyPem()).isEqualTo(key);
    }
  }

  @Test
  void a_change_that_was_being_written_when_the_process_ended_is_dropped_alone()
      throws IOException {
    try (SandboxZendesk sandbox = start(50)) {
      sandbox.tickets().retag(7, "agent", tags -> Set.of("kept"));
    }
    Files.writeString(
        folder.resolve("sandbox-changes.ndjson"), "{\"id\":8,\"sta", StandardOpenOption.APPEND);

    try (SandboxZendesk again = start(50)) {
      assertThat(again.tickets().find(7).orElseThrow().tags()).containsExactly("kept");
      again.tickets().retag(8, "agent", tags -> Set.of("later"));
    }
    try (SandboxZendesk third = start(50)) {
      assertThat(third.tickets().find(7).orElseThrow().tags()).containsExactly("kept");
      assertThat(third.tickets().find(8).orElseThrow().tags()).containsExactly("later");
    }
  }

  @Test
  void other_tickets_start_anew() throws IOException {
    try (SandboxZendesk sandbox = start(50)) {
      sandbox.tickets().retag(7, "agent", tags -> Set.of("kept"));
    }

    try (SandboxZendesk other = start(60)) {
      assertThat(other.tickets().find(7).orElseThrow().tags()).isNotEqualTo(List.of("kept"));
    }
  }

  @Test
  void a_broken_key_file_is_told_with_its_remedy() throws IOException {
    Files.writeString(folder.resolve("sandbox-app-key"), "no key");
    Files.writeString(folder.resolve("sandbox-app-key.pub"), "no key");

    assertThatThrownBy(() -> start(5))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds no key of this sandbox. Delete it");
  }
}
