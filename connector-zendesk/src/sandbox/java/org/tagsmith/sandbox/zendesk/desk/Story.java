package org.tagsmith.sandbox.zendesk.desk;

/**
 * What Zendesk measures of a ticket beside what the ticket says; times in seconds since 1970, 0 for
 * never.
 *
 * @param solvedAt when it was solved last
 * @param statusUpdatedAt when its status changed last
 * @param reopens how often it was opened again
 * @param score offered, unoffered, good or bad
 */
public record Story(long solvedAt, long statusUpdatedAt, int reopens, String score) {
  /** Of a ticket that came into its status at that second. */
  static Story in(String status, long second) {
    return new Story(isDone(status) ? second : 0, second, 0, "unoffered");
  }

  /** After a change of status. */
  Story moved(String before, String status, long now) {
    if (before.equals(status)) {
      return this;
    }
    boolean again = isDone(before) && !isDone(status) && !status.equals("deleted");
    return new Story(
        status.equals("solved") ? now : again ? 0 : solvedAt,
        now,
        reopens + (again ? 1 : 0),
        status.equals("solved") && score.equals("unoffered") ? "offered" : score);
  }

  private static boolean isDone(String status) {
    return status.equals("solved") || status.equals("closed");
  }
}
