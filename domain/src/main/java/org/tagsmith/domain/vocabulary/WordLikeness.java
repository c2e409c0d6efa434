package org.tagsmith.domain.vocabulary;

import java.util.List;

/** When two words are the same, for the rules that compare word by word. */
enum WordLikeness {
  /** They differ in plural and verb ending only. */
  INFLECTION {
    @Override
    boolean same(String one, String other) {
      return Inflection.same(one, other);
    }

    @Override
    String bucket(String word) {
      return Inflection.bucket(word);
    }

    @Override
    List<String> roots(String word) {
      return Inflection.bases(word);
    }
  },

  /** They are of one {@link WordFamily}. */
  FAMILY {
    @Override
    boolean same(String one, String other) {
      return WordFamily.same(one, other);
    }

    @Override
    String bucket(String word) {
      return WordFamily.bucket(word);
    }

    @Override
    List<String> roots(String word) {
      return WordFamily.roots(word);
    }
  };

  abstract boolean same(String one, String other);

  /** A short key that all words which are the same share; unlike words may share it too. */
  abstract String bucket(String word);

  /** Keys of which words that are the same share at least one; unlike words may do so too. */
  abstract List<String> roots(String word);
}
