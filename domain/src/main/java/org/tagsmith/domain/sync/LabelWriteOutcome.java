package org.tagsmith.domain.sync;

import java.util.Set;

/** How a write of labels ended. Expected endings are values; only failures to talk are thrown. */
public sealed interface LabelWriteOutcome {
  /**
   * The helpdesk now holds the wanted labels.
   *
   * @param labels the ticket's labels as the helpdesk confirmed them
   * @param replacements how often all labels were replaced for that, without a condition: each time
   *     a label may have been lost that somebody set just before; 0 where only a difference is sent
   */
  record Written(Set<String> labels, int replacements) implements LabelWriteOutcome {
    public Written {
      labels = Set.copyOf(labels);
    }

    /** A difference was sent, which can erase nothing of others. */
    public Written(Set<String> labels) {
      this(labels, 0);
    }
  }

  /**
   * Nothing was sent, because the ticket already was as wanted.
   *
   * @param labels the ticket's labels
   */
  record AlreadySo(Set<String> labels) implements LabelWriteOutcome {
    public AlreadySo {
      labels = Set.copyOf(labels);
    }
  }

  /**
   * The helpdesk will never accept this write.
   *
   * @param reason a stable word, such as {@code deleted}, {@code protected-label}, {@code conflict}
   * @param labels the labels concerned, possibly empty
   */
  record Refused(String reason, Set<String> labels) implements LabelWriteOutcome {
    public Refused {
      labels = Set.copyOf(labels);
    }
  }
}
