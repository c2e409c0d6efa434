package org.tagsmith.domain.sync;

import java.time.Instant;

/**
 * How one account is connected and steered; holds no key.
 *
 * @param source who connected it
 * @param user whose key it is; empty if the operator's configuration holds it, or there is none
 * @param readFrom null for all tickets, or where the operator's configuration decides
 * @param held changes of labels that wait for a release
 */
public record AccountConnection(
    HelpdeskAccount account,
    Source source,
    String user,
    Instant readFrom,
    boolean paused,
    WriteBackMode writeBack,
    long held) {

  /** Who connected an account. */
  public enum Source {
    /** The configuration; it wins, and no page changes it. */
    OPERATOR("operator"),
    /** An admin, on a page. */
    ADMIN("admin"),
    /** Nobody any more: the configuration once did. */
    NOBODY("nobody");

    private final String word;

    Source(String word) {
      this.word = word;
    }

    /** The word the API uses; never changes. */
    public String word() {
      return word;
    }
  }
}
