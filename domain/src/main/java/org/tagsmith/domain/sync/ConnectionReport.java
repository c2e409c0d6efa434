package org.tagsmith.domain.sync;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a try of an account's settings came to. Nothing was changed at the helpdesk. */
public sealed interface ConnectionReport {
  /** What is tried, in this order. */
  enum Step {
    /** The helpdesk answers at this address. */
    REACHED("reached"),
    /** It knows the key. */
    KEY("key"),
    /** The key's owner may read all tickets. */
    READ("read"),
    /** The key's owner may change labels. */
    WRITE("write");

    private final String word;

    Step(String word) {
      this.word = word;
    }

    /** The word the API uses; never changes. */
    public String word() {
      return word;
    }
  }

  /** Whether the key's owner may change labels. */
  enum MayWrite {
    YES,
    NO,
    /** The helpdesk tells only at the first write. */
    NOT_TOLD
  }

  /**
   * The account can be read.
   *
   * @param tickets about how many it holds, if the helpdesk says
   * @param callsPerMinute the limit of its plan, if the helpdesk says
   * @param mayWrite without it labels are read, and write-back stays off
   */
  record Usable(OptionalLong tickets, OptionalInt callsPerMinute, MayWrite mayWrite)
      implements ConnectionReport {
    public Usable {
      Objects.requireNonNull(tickets, "tickets");
      Objects.requireNonNull(callsPerMinute, "callsPerMinute");
      Objects.requireNonNull(mayWrite, "mayWrite");
    }
  }

  /**
   * The account cannot be read.
   *
   * @param failed the step that failed; those before it went well
   * @param reason a stable word that pages translate by, such as {@code key-refused}
   * @param field the field to correct: {@code subdomain}, {@code user} or {@code key}
   * @param message the thing, the reason and the remedy in English; holds no credential
   */
  record Unusable(Step failed, String reason, String field, String message)
      implements ConnectionReport {
    public Unusable {
      Objects.requireNonNull(failed, "failed");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(field, "field");
      Objects.requireNonNull(message, "message");
    }
  }
}
