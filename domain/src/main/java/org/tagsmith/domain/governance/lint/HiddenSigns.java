package org.tagsmith.domain.governance.lint;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/** Signs that nobody sees: of no width, that turn the direction of writing, or that break lines. */
public final class HiddenSigns {
  private HiddenSigns() {}

  /** Whether the text holds one. */
  public static boolean in(String text) {
    return text.codePoints().anyMatch(HiddenSigns::isHidden);
  }

  private static boolean isHidden(int point) {
    if (point < 0x7F && point >= ' ') {
      return false;
    }
    return UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
        || UCharacter.hasBinaryProperty(point, UProperty.BIDI_CONTROL)
        || Character.isISOControl(point)
        || Character.getType(point) == Character.LINE_SEPARATOR
        || Character.getType(point) == Character.SURROGATE;
  }
}
