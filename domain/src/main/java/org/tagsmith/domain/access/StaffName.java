package org.tagsmith.domain.access;

import java.text.Normalizer;
import java.util.Locale;

/** The one way in which names of staff are compared and kept. */
public final class StaffName {
  private static final int LONGEST = 128;

  private StaffName() {}

  /**
   * The name as kept: without blanks around it, in lower case, composed.
   *
   * @throws StaffRefused {@code bad-name} if empty, too long or holding control characters or half
   *     a character
   */
  public static String of(String typed) {
    String name =
        typed == null
            ? ""
            : Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    if (name.isEmpty()
        || name.length() > LONGEST
        || name.codePoints().anyMatch(StaffName::isNoLetter)) {
      throw new StaffRefused(
          "bad-name", "A name is 1 to " + LONGEST + " characters without line breaks or tabs.");
    }
    return name;
  }

  private static boolean isNoLetter(int point) {
    return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
  }
}
