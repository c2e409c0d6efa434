package org.tagsmith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagsmith.sandbox.freshdesk.SandboxFreshdesk;
import org.tagsmith.sandbox.freshdesk.SandboxSettings;
import org.tagsmith.sandbox.freshdesk.desk.SandboxTicket;

class KeptTest {
  @TempDir private Path folder;
  private final TurnableClock clock = new TurnableClock();

  private SandboxFreshdesk start() throws IOException {
    return SandboxFreshdesk.start(
        SandboxSettings.builder().clock(clock).tickets(200).keyFolder(folder).build());
  }

  @Test
  void what_people_changed_is_still_so_after_a_restart() throws IOException {
    List<SandboxTicket> before;
    try (SandboxFreshdesk sandbox = start()) {
      long open =
          sandbox.tickets().all().filter(t -> t.status() == 2).findFirst().orElseThrow().id();
      sandbox.tickets().retag(open, "agent", tags -> Set.of("Kept tag"));
      sandbox.tickets().delete(200, "agent");
      before = sandbox.tickets().all().toList();
    }
    clock.turn(Duration.ofHours(5));

    try (SandboxFreshdesk sandbox = start()) {
      assertThat(sandbox.tickets().all().toList()).isEqualTo(before);
    }
  }
}
