package org.tagsmith.domain.governance.request;

/** What a request asks for. */
public enum RequestKind {
  TAG("tag"),
  CODE("code");

  private final String word;

  RequestKind(String word) {
    this.word = word;
  }

  /** The word the database and the API use; never changes. */
  public String word() {
    return word;
  }

  /**
   * The kind behind a word.
   *
   * @throws IllegalArgumentException for any other word
   */
  public static RequestKind ofWord(String word) {
    for (RequestKind kind : values()) {
      if (kind.word.equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("A request asks for a tag or a code");
  }
}
