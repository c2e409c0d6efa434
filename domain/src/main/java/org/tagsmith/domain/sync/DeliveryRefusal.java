package org.tagsmith.domain.sync;

/** Why a delivery is not taken. Shown to the admin, never told apart to the sender. */
public enum DeliveryRefusal {
  /** The secret is not in the configuration, or cannot be the right one. */
  NOT_SET_UP("not-set-up"),
  /** It carries no signature or secret at all. */
  UNSIGNED("unsigned"),
  /** Its signature or secret is not the helpdesk's. */
  FORGED("forged"),
  /** It was signed too long ago, or after our now: replayed, or a clock is wrong. */
  OUT_OF_TIME("out-of-time"),
  /** It is signed with the secret that the helpdesk publishes for trying. */
  TRIAL("trial"),
  /** It is the helpdesk's, but its body does not say which ticket it is about. */
  UNREADABLE("unreadable");

  private final String word;

  DeliveryRefusal(String word) {
    this.word = word;
  }

  /** The word stored and shown; never changes. */
  public String word() {
    return word;
  }
}
