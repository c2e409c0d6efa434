package org.tagsmith.widget.view;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tagsmith.domain.sync.HeldChanges;
import org.tagsmith.domain.sync.LabelChange;

/** Changes of one ticket's labels that wait for a release. */
@Schema(name = "HeldChanges")
public record HeldChangesView(
    long ticket, long upTo, List<String> add, List<String> remove, String by, Instant since) {
  public static HeldChangesView of(HeldChanges held) {
    LabelChange change = held.changes().merged();
    return new HeldChangesView(
        change.ticketId(),
        held.upTo(),
        change.add().stream().sorted().toList(),
        change.remove().stream().sorted().toList(),
        held.by(),
        held.since());
  }

  /** Those that have waited longest, at most 200. */
  @Schema(name = "HeldChangesList")
  public record All(List<HeldChangesView> changes) {}

  /** Which were looked at: all up to this one. */
  @Schema(name = "HeldChangesSeen")
  public record Seen(Long upTo) {}

  /** How many were released or dropped; 0 if somebody else was quicker. */
  @Schema(name = "HeldChangesDone")
  public record Done(int changes) {}
}
