package org.tagsmith.domain.ticket.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.tagsmith.domain.ticket.LabelledTickets;

/** Shows a lead who wonders about a label some tickets that carry it. Thread-safe. */
@ApplicationScoped
public class FindLabelledTickets {
  private static final int MOST = 5;

  private final LabelledTickets tickets;

  protected FindLabelledTickets() {
    this(null);
  }

  @Inject
  public FindLabelledTickets(LabelledTickets tickets) {
    this.tickets = tickets;
  }

  /** The newest few; none if nobody carries the label. */
  public List<LabelledTickets.Line> examples(String label) {
    return tickets.newest(label, MOST);
  }
}
