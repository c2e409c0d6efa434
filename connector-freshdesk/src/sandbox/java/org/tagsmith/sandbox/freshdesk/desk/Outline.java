package org.tagsmith.sandbox.freshdesk.desk;

/**
 * What lists need to know of a ticket; cheaper than the whole.
 *
 * @param ratedAt 0 if never
 */
public record Outline(
    Place place, int status, long createdAt, long updatedAt, long dueBy, long ratedAt) {
  static Outline of(SandboxTicket ticket) {
    return new Outline(
        ticket.place(),
        ticket.status(),
        ticket.createdAt(),
        ticket.updatedAt(),
        ticket.times().dueBy(),
        ticket.rating() == null ? 0 : ticket.rating().createdAt());
  }

  long key(Order order) {
    return switch (order) {
      case CREATED -> createdAt;
      case UPDATED -> updatedAt;
      case DUE -> dueBy;
      case STATUS -> status;
      case RATED -> ratedAt;
    };
  }
}
