package org.tagsmith.connector.zendesk;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How Zendesk spells a tag: lower case, letters and digits of any script, {@code _ - /}, up to 255
 * characters; a space would make two tags of one. Pure.
 */
final class ZendeskSpelling {
  private static final int LONGEST = 255;
  private static final Pattern SEPARATORS = Pattern.compile("[\\s,]+");

  private ZendeskSpelling() {}

  /**
   * The tag for a name: {@code Upgrade_CreditCard} becomes {@code upgrade_creditcard}, {@code Card
   * (lost)} becomes {@code card_lost}. Spelling a result again changes nothing.
   *
   * @throws IllegalArgumentException if the name holds no letter or digit
   */
  static String of(String name) {
    String lower = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    String composed = Normalizer.normalize(lower, Normalizer.Form.NFC);
    StringBuilder tag = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < composed.length(); ) {
      int c = composed.codePointAt(i);
      i += Character.charCount(c);
      if (!isTagCharacter(c)) {
        gap = true;
        continue;
      }
      int needed = Character.charCount(c) + (gap ? 1 : 0);
      if (tag.length() + needed > LONGEST) {
        break;
      }
      if (gap && !tag.isEmpty() && tag.charAt(tag.length() - 1) != '_' && c != '_') {
        tag.append('_');
      }
      gap = false;
      tag.appendCodePoint(c);
    }
    if (tag.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw new IllegalArgumentException(
          "A label in Zendesk needs a letter or a digit; rename the house tag");
    }
    return tag.toString();
  }

  /**
   * A label as it has to be sent so that it stays one label. Unlike {@link #of} it keeps every
   * other character, since a label that was found in Zendesk must be restorable.
   */
  static String asWritten(String label) {
    return SEPARATORS.matcher(label.strip().toLowerCase(Locale.ROOT)).replaceAll("_");
  }

  /** Whether anything would be left of a label. */
  static boolean canBeTag(String label) {
    return asWritten(label).chars().anyMatch(c -> c != '_');
  }

  private static boolean isTagCharacter(int c) {
    return Character.isLetterOrDigit(c) || isMark(c) || c == '_' || c == '-' || c == '/';
  }

  /** Vowel signs and accents, without which Hindi or Thai words fall apart. */
  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
