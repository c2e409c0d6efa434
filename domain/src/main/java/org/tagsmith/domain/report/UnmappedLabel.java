package org.tagsmith.domain.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tagsmith.domain.vocabulary.Proposal;

/**
 * A label that nobody has given a meaning, with what it could mean.
 *
 * @param label exactly as found
 * @param contacts how many contacts carry it, more than 0
 * @param lastSeenOn the newest day (UTC) on which such a contact began
 * @param proposals best first, possibly none
 * @param like the label before it in the list whose tickets are so alike that both surely mean the
 *     same, if there is one
 */
public record UnmappedLabel(
    String label,
    long contacts,
    LocalDate lastSeenOn,
    List<Proposal> proposals,
    Optional<String> like) {
  public UnmappedLabel {
    proposals = List.copyOf(proposals);
  }
}
