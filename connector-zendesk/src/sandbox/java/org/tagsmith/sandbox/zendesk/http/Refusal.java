package org.tagsmith.sandbox.zendesk.http;

/** Ends a call with an answer other than the wanted one. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  Refusal(Answer answer) {
    this(answer, null);
  }

  Refusal(Answer answer, Throwable cause) {
    super("answered " + answer.status(), cause);
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }
}
