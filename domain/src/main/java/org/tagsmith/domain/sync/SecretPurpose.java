package org.tagsmith.domain.sync;

import java.util.Arrays;
import java.util.Optional;

/** What a secret that a helpdesk and Tagsmith share is good for. */
public enum SecretPurpose {
  /** Proves that a delivery is the helpdesk's. */
  WEBHOOK("webhook"),
  /** Proves that the helpdesk vouches for the agent who opened a sidebar. */
  SIDEBAR("sidebar");

  private final String word;

  SecretPurpose(String word) {
    this.word = word;
  }

  /** The word the API and the database use; never changes. */
  public String word() {
    return word;
  }

  /** The purpose of this word; empty if there is none. */
  public static Optional<SecretPurpose> ofWord(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findAny();
  }
}
