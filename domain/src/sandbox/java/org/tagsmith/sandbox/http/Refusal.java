package org.tagsmith.sandbox.http;

import java.util.function.Function;

/** Ends a call with an answer other than the wanted one. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Function<Wording, Answer> answer;

  /** Refuses with that answer. */
  public Refusal(Answer answer) {
    this(answer, null);
  }

  /** Refuses with that answer, because of something else. */
  public Refusal(Answer answer, Throwable cause) {
    this(wording -> answer, cause);
  }

  Refusal(Function<Wording, Answer> answer, Throwable cause) {
    super("refused", cause);
    this.answer = answer;
  }

  /** The answer, in the words of the vendor where they are its own. */
  public Answer answer(Wording wording) {
    return answer.apply(wording);
  }
}
