package org.tagsmith.domain.governance;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;

/** Which characters a name is written with: letters and digits that nobody mistakes for others. */
final class NameScript {
  static final String SEPARATORS = "_-./ ";

  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
  private static final SpoofChecker LOOKS =
      new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

  private NameScript() {}

  /** Letters and digits of one script, perhaps beside Chinese characters, and separators. */
  static boolean isPlain(String name) {
    return NFKC.isNormalized(name)
        && name.codePoints()
            .allMatch(point -> NameWords.isPartOfWords(point) || SEPARATORS.indexOf(point) >= 0)
        && isOfOneScript(name);
  }

  /** The same text in plain characters, where it can be told which are meant. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    boolean mixed = !isOfOneScript(text);
    NFKC.normalize(text)
        .codePoints()
        .filter(
            point -> !UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
        .filter(point -> point != '\'' && point != '\u2019')
        .map(point -> mixed ? latin(point) : point)
        .map(
            point -> NameWords.isPartOfWords(point) || SEPARATORS.indexOf(point) >= 0 ? point : ' ')
        .forEach(plain::appendCodePoint);
    return NFKC.normalize(plain);
  }

  private static boolean isOfOneScript(String text) {
    return text.codePoints()
            .filter(Character::isLetter)
            .map(UScript::getScript)
            .filter(script -> !isOfTheEast(script))
            .distinct()
            .count()
        <= 1;
  }

  private static boolean isOfTheEast(int script) {
    return switch (script) {
      case UScript.COMMON,
          UScript.INHERITED,
          UScript.HAN,
          UScript.HIRAGANA,
          UScript.KATAKANA,
          UScript.BOPOMOFO,
          UScript.HANGUL ->
          true;
      default -> false;
    };
  }

  /** The Latin letter that this letter of another script looks like, else itself. */
  private static int latin(int point) {
    if (!Character.isLetter(point)
        || UScript.getScript(point) == UScript.LATIN
        || isOfTheEast(UScript.getScript(point))) {
      return point;
    }
    String skeleton = LOOKS.getSkeleton(Character.toString(point));
    boolean isOne = skeleton.length() == 1 && skeleton.charAt(0) < 0x80;
    return isOne && Character.isLetter(skeleton.charAt(0)) ? skeleton.charAt(0) : point;
  }
}
