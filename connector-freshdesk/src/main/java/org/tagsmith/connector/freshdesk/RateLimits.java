package org.tagsmith.connector.freshdesk;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * The account's limit of calls a minute, as one answer tells it. The numbers are decimals ("50.0",
 * recorded in 2026) and depend on the plan, so none is built in.
 *
 * @param total credits a minute, 0 if not told
 * @param remaining credits left in this minute, 0 if not told
 */
record RateLimits(double total, double remaining) {
  static final RateLimits NOT_TOLD = new RateLimits(0, 0);

  private static final Pattern NUMBER = Pattern.compile("\\s*[0-9]{1,9}(?:\\.[0-9]{1,9})?\\s*");

  /** Agents' own calls and other apps live on the same limit: a tenth of it is left to them. */
  private static final double LEFT_TO_OTHERS = 0.1;

  /**
   * Reads the headers {@code X-RateLimit-Total} and {@code X-RateLimit-Remaining}; either may be
   * null.
   */
  static RateLimits read(String total, String remaining) {
    return isNumber(total) && isNumber(remaining)
        ? new RateLimits(number(total), number(remaining))
        : NOT_TOLD;
  }

  /** Whether a call that can wait should. */
  boolean isScarce(int credits) {
    return total > 0 && remaining - credits < total * LEFT_TO_OTHERS;
  }

  private static boolean isNumber(String text) {
    return text != null && NUMBER.matcher(text).matches();
  }

  private static double number(String text) {
    return new BigDecimal(text.strip()).doubleValue();
  }
}
