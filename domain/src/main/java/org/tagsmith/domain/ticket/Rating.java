package org.tagsmith.domain.ticket;

/**
 * How a customer rated a ticket. What they wrote beside it is not kept.
 *
 * @param satisfaction null if the helpdesk tells that there is no rating
 * @param word the helpdesk's own value, such as "good" or "-103"; null if there is no rating
 */
public record Rating(Satisfaction satisfaction, String word) {
  /** The helpdesk tells that the customer gave no rating. */
  public static final Rating NONE = new Rating(null, null);

  public Rating {
    if ((satisfaction == null) != (word == null)) {
      throw new IllegalArgumentException("A rating has both a meaning and the helpdesk's word");
    }
  }

  /** Whether the customer gave one. */
  public boolean isGiven() {
    return satisfaction != null;
  }
}
