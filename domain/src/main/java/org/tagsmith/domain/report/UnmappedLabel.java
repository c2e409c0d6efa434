package org.tagsmith.domain.report;

import java.time.LocalDate;
import java.util.List;
import org.tagsmith.domain.vocabulary.Proposal;

/**
 * A label that nobody has given a meaning, with what it could mean.
 *
 * @param label exactly as found
 * @param contacts how many contacts carry it, more than 0
 * @param lastSeenOn the newest day (UTC) on which such a contact began
 * @param proposals best first, possibly none
 */
public record UnmappedLabel(
    String label, long contacts, LocalDate lastSeenOn, List<Proposal> proposals) {
  public UnmappedLabel {
    proposals = List.copyOf(proposals);
  }
}
