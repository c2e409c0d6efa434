package org.tagsmith.domain.sync;

/** One of the two ways in which an account is read, each with its own cursor and lease. */
public enum SyncStream {
  /** What changes from now on, again and again, without end. */
  LIVE("live"),
  /** What was there before, once, as far as live reading does not tell it. */
  BACKFILL("backfill");

  private final String word;

  SyncStream(String word) {
    this.word = word;
  }

  /** The word the database uses; never changes. */
  public String word() {
    return word;
  }
}
