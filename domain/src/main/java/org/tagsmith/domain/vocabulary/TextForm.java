package org.tagsmith.domain.vocabulary;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;

/** How far characters are folded before words are compared. Both forms forget case. */
enum TextForm {
  /** Characters stay what they are: only case and canonically equal sequences fold. */
  LITERAL {
    @Override
    String normal(String text) {
      return NFC.normalize(text);
    }

    @Override
    String foldCase(String word) {
      return NFC.normalize(UCharacter.foldCase(NFC.normalize(word), true));
    }
  },

  /** Width, compatibility forms, and Traditional against Simplified characters fold as well. */
  SCRIPT {
    @Override
    String normal(String text) {
      return ChineseScript.simplified(NFKC.normalize(text));
    }

    @Override
    String foldCase(String word) {
      return NFKC_CASE_FOLD.normalize(word);
    }
  };

  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
  private static final Normalizer2 NFKC_CASE_FOLD = Normalizer2.getNFKCCasefoldInstance();

  /** The text in this form, its case kept. */
  abstract String normal(String text);

  /** A word of normal text without its case. */
  abstract String foldCase(String word);
}
