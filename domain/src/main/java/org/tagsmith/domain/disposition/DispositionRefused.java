package org.tagsmith.domain.disposition;

import java.util.Optional;

/** The vocabulary or the ticket does not allow a decision; nothing was recorded. */
public final class DispositionRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final Integer successorId;

  private DispositionRefused(String reason, String message, Integer successorId) {
    super(message);
    this.reason = reason;
    this.successorId = successorId;
  }

  /** No live or retired house tag has this id. */
  public static DispositionRefused unknownTag(int houseTagId) {
    return new DispositionRefused(
        "unknown-tag",
        "The vocabulary has no house tag " + houseTagId + ". Load the vocabulary again.",
        null);
  }

  /**
   * The tag is no longer given.
   *
   * @param successorId the tag to use instead, null if none
   */
  public static DispositionRefused retiredTag(String name, Integer successorId) {
    return new DispositionRefused(
        "retired-tag",
        "The house tag "
            + name
            + " is retired. "
            + (successorId == null
                ? "Choose another one."
                : "Use house tag " + successorId + " instead."),
        successorId);
  }

  /** No reason code has this number. */
  public static DispositionRefused unknownCode(int number) {
    return new DispositionRefused(
        "unknown-code", "There is no reason code " + number + ". Look it up by name.", null);
  }

  /**
   * The number is no longer given.
   *
   * @param successor the number to use instead, null if none
   * @param successorId the house tag of that number, null if none
   */
  public static DispositionRefused retiredCode(int number, Integer successor, Integer successorId) {
    return new DispositionRefused(
        "retired-code",
        "The reason code "
            + number
            + " is retired. "
            + (successor == null ? "Choose another one." : "Use " + successor + " instead."),
        successorId);
  }

  /** The number records another house tag than the one named beside it. */
  public static DispositionRefused codeOfAnotherTag(int number, int codeTagId, int houseTagId) {
    return new DispositionRefused(
        "code-of-another-tag",
        "The reason code "
            + number
            + " records house tag "
            + codeTagId
            + ", not "
            + houseTagId
            + ". Send only one of them.",
        codeTagId);
  }

  /** The account that the ticket is said to belong to is not connected here. */
  public static DispositionRefused unknownTicket(int account) {
    return new DispositionRefused(
        "unknown-ticket", "No helpdesk account " + account + " is connected.", null);
  }

  /**
   * A stable word: {@code unknown-tag}, {@code retired-tag}, {@code unknown-code}, {@code
   * retired-code}, {@code code-of-another-tag} or {@code unknown-ticket}.
   */
  public String reason() {
    return reason;
  }

  /** The house tag to use instead, if there is one. */
  public Optional<Integer> successorId() {
    return Optional.ofNullable(successorId);
  }
}
