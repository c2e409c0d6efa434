package org.tagsmith.domain.vocabulary;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;

/**
 * How far characters are folded before words are compared. Both forms forget case. In ASCII there
 * is nothing to fold but case, so most texts never meet the tables of Unicode.
 */
enum TextForm {
  /** Characters stay what they are: only case and canonically equal sequences fold. */
  LITERAL {
    @Override
    String normalOfUnicode(String text) {
      return NFC.normalize(text);
    }

    @Override
    String foldCaseOfUnicode(String word) {
      return NFC.normalize(UCharacter.foldCase(NFC.normalize(word), true));
    }
  },

  /** Width, compatibility forms, and Traditional against Simplified characters fold as well. */
  SCRIPT {
    @Override
    String normalOfUnicode(String text) {
      return ChineseScript.simplified(NFKC.normalize(text));
    }

    @Override
    String foldCaseOfUnicode(String word) {
      return NFKC_CASE_FOLD.normalize(word);
    }
  };

  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
  private static final Normalizer2 NFKC_CASE_FOLD = Normalizer2.getNFKCCasefoldInstance();

  /** The text in this form, its case kept. */
  String normal(String text) {
    return isAscii(text) ? text : normalOfUnicode(text);
  }

  /** A word of normal text without its case. */
  String foldCase(String word) {
    return isAscii(word) ? word.toLowerCase(Locale.ROOT) : foldCaseOfUnicode(word);
  }

  /** Whether both forms of the text are the same, but for case the text itself. */
  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  abstract String normalOfUnicode(String text);

  abstract String foldCaseOfUnicode(String word);
}
