package org.tagsmith.connector.freshdesk;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * How Freshdesk spells a tag: capitals and blanks are kept, up to 32 characters. A comma parts two
 * tags where people type them. Nothing is cut to fit: a name cut short is another name. Pure.
 */
final class FreshdeskSpelling {
  /** Freshdesk refuses the whole update if one tag is longer. */
  static final int LONGEST = 32;

  private static final Pattern GAPS = Pattern.compile("[\\s,\\p{Cntrl}]+");

  private FreshdeskSpelling() {}

  /**
   * The tag for a name: {@code Upgrade_CreditCard} stays as it is, {@code Card, lost} becomes
   * {@code Card lost}. Spelling a result again changes nothing. May be too long, see {@link
   * #isTooLong}.
   *
   * @throws IllegalArgumentException if the name holds no letter or digit
   */
  static String of(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    String tag = GAPS.matcher(composed).replaceAll(" ").strip();
    if (tag.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw new IllegalArgumentException(
          "A label in Freshdesk needs a letter or a digit; rename the house tag");
    }
    return tag;
  }

  /**
   * A label as it has to be sent. Unlike {@link #of} it keeps every character inside, since a label
   * that was found in Freshdesk must be restorable.
   */
  static String asWritten(String label) {
    return label.strip();
  }

  /** Whether the label is one tag in Freshdesk, however long. */
  static boolean canBeTag(String label) {
    return !label.isBlank() && label.indexOf(',') < 0;
  }

  /** Whether Freshdesk would refuse the label for its length. */
  static boolean isTooLong(String label) {
    String written = asWritten(label);
    return written.codePointCount(0, written.length()) > LONGEST;
  }
}
