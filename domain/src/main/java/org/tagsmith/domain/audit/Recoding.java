package org.tagsmith.domain.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.tagsmith.domain.ticket.TicketId;

/**
 * What a second person would have given to a contact, without having seen what was.
 *
 * @param week the Monday of the week whose sample it belongs to
 * @param by the second person
 * @param tags house tags, each once; empty if none fits
 */
public record Recoding(
    LocalDate week, TicketId ticket, String by, Set<Integer> tags, Instant decidedAt) {
  public Recoding {
    tags = Set.copyOf(tags);
  }

  /**
   * A contact of a week's sample, as the second person sees it.
   *
   * @param place 1 to the size of the sample, the order in which it is shown
   * @param subject the customer's own words, null if the helpdesk told none
   * @param began when the contact began
   * @param done whether this person decided already
   */
  public record Sampled(
      int place,
      TicketId ticket,
      String connector,
      String subdomain,
      String subject,
      Instant began,
      boolean done) {}

  /**
   * A recoding beside the labels that the contact carried when the sample was drawn.
   *
   * @param labels exactly as found
   */
  public record Compared(Recoding recoding, List<String> labels) {
    public Compared {
      labels = List.copyOf(labels);
    }
  }
}
