package org.tagsmith.widget.rest;

import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.widget.problem.RefusedRequest;

/** Numbers in addresses and parameters below one account. */
final class AccountNumber {
  /** Of an account, in an address. */
  static final String PATTERN = "{id: [0-9]{1,9}}";

  private AccountNumber() {}

  /**
   * The account with this number, which may be connected or not.
   *
   * @throws RefusedRequest if no account can have it
   */
  static HelpdeskAccountId of(int number) {
    if (number < 1) {
      throw RefusedRequest.notFound(
          "unknown-account",
          "No helpdesk account " + number + " is connected. GET /api/accounts lists all.");
    }
    return new HelpdeskAccountId(number);
  }

  /**
   * Where a page of a list begins.
   *
   * @param before the parameter of that name; may be null
   * @return null for the first page
   * @throws RefusedRequest if it is no number
   */
  static Long before(String before) {
    return edge("before", before);
  }

  /**
   * Where a page of a list in ascending order begins.
   *
   * @param after the parameter of that name; may be null
   * @return null for the first page
   * @throws RefusedRequest if it is no number
   */
  static Long after(String after) {
    return edge("after", after);
  }

  private static Long edge(String name, String value) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    if (!value.matches("[0-9]{1,18}")) {
      throw RefusedRequest.badInput(
          "bad-" + name, "The parameter '" + name + "' is not the id of an entry of this list.");
    }
    return Long.valueOf(value);
  }
}
