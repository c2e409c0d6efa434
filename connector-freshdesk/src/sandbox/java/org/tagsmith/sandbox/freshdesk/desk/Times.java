package org.tagsmith.sandbox.freshdesk.desk;

/**
 * When what happened to a ticket, in seconds since 1970; 0 means never, which Freshdesk writes as
 * null.
 *
 * @param firstRespondedAt when an agent answered for the first time
 * @param reopenedAt the last time it was opened again
 */
public record Times(
    long createdAt,
    long updatedAt,
    long dueBy,
    long firstResponseDueBy,
    long firstRespondedAt,
    long statusUpdatedAt,
    long reopenedAt,
    long resolvedAt,
    long closedAt,
    long pendingSince) {
  /** A ticket that was just opened; Freshdesk sets its due times some seconds later. */
  public static Times openedAt(long second) {
    return new Times(second, second, 0, 0, 0, second, 0, 0, 0, 0);
  }

  Times updated(long second) {
    return new Times(
        createdAt,
        second,
        dueBy,
        firstResponseDueBy,
        firstRespondedAt,
        statusUpdatedAt,
        reopenedAt,
        resolvedAt,
        closedAt,
        pendingSince);
  }

  /** The same with due times. */
  public Times due(long by, long firstResponseBy) {
    return new Times(
        createdAt,
        updatedAt,
        by,
        firstResponseBy,
        firstRespondedAt,
        statusUpdatedAt,
        reopenedAt,
        resolvedAt,
        closedAt,
        pendingSince);
  }

  Times responded(long second) {
    return new Times(
        createdAt,
        updatedAt,
        dueBy,
        firstResponseDueBy,
        firstRespondedAt == 0 ? second : firstRespondedAt,
        statusUpdatedAt,
        reopenedAt,
        resolvedAt,
        closedAt,
        pendingSince);
  }

  /** What a change of status does to the times. */
  Times moved(int before, int status, long second) {
    boolean wasDone = Statuses.done(before);
    boolean done = Statuses.done(status);
    return new Times(
        createdAt,
        updatedAt,
        dueBy,
        firstResponseDueBy,
        firstRespondedAt,
        second,
        wasDone && !done ? second : reopenedAt,
        done ? (resolvedAt == 0 ? second : resolvedAt) : 0,
        status == Statuses.CLOSED ? second : 0,
        status == Statuses.PENDING ? second : 0);
  }
}
