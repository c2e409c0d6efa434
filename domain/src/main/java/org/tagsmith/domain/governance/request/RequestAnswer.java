package org.tagsmith.domain.governance.request;

import java.util.Objects;

/** What leads said to a request. */
public sealed interface RequestAnswer {
  /** The word the database and the API use; never changes. */
  String word();

  /** Whether something is left to do. */
  default boolean waits() {
    return false;
  }

  /** Nobody answered yet. */
  record Open() implements RequestAnswer {
    @Override
    public String word() {
      return "open";
    }

    @Override
    public boolean waits() {
      return true;
    }
  }

  /**
   * It will be made.
   *
   * @param overridden why, although too few contacts need it; empty where enough do
   */
  record Accepted(String overridden) implements RequestAnswer {
    public Accepted {
      Objects.requireNonNull(overridden, "overridden");
    }

    @Override
    public String word() {
      return "accepted";
    }

    @Override
    public boolean waits() {
      return true;
    }
  }

  /** It was made. */
  record Made(Target target, String overridden) implements RequestAnswer {
    public Made {
      Objects.requireNonNull(target, "target");
      Objects.requireNonNull(overridden, "overridden");
    }

    @Override
    public String word() {
      return "made";
    }
  }

  /**
   * Something that is there already will do.
   *
   * @param note more for the agent, may be empty
   */
  record Existing(Target target, String note) implements RequestAnswer {
    public Existing {
      Objects.requireNonNull(target, "target");
      Objects.requireNonNull(note, "note");
    }

    @Override
    public String word() {
      return "existing";
    }
  }

  /**
   * It will not be made.
   *
   * @param reason never empty
   */
  record Declined(String reason) implements RequestAnswer {
    public Declined {
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public String word() {
      return "declined";
    }
  }

  /**
   * A tag or a code of the vocabulary.
   *
   * @param tagId null for a code
   * @param code null for a tag
   */
  record Target(Integer tagId, Integer code) {
    public Target {
      if ((tagId == null) == (code == null)) {
        throw new IllegalArgumentException("A target is a tag or a code");
      }
    }
  }
}
