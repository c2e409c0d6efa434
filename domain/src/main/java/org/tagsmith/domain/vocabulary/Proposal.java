package org.tagsmith.domain.vocabulary;

import java.util.List;

/**
 * A house tag that a label might mean. Never applied by itself; a person decides.
 *
 * @param tag live
 * @param score 0..1, higher is likelier
 * @param why what speaks for it most
 */
public record Proposal(HouseTag tag, double score, Why why) {
  /**
   * A stable word for what speaks for it most: {@code same-words} (also cut short), {@code
   * close-spelling}, {@code shared-word} or {@code used-together}.
   */
  public String reason() {
    return why.word();
  }

  /** What speaks for a proposal, with what a page needs to say so in any language. */
  public sealed interface Why {
    /** See {@link Proposal#reason()}. */
    String word();

    /** The house's spelling that was found; empty if none was. */
    default String spelling() {
      return "";
    }

    /** The words of that spelling that speak for the proposal; empty where others do. */
    default List<String> words() {
      return List.of();
    }

    /**
     * Reading finds this tag, perhaps among others, or the words are the same.
     *
     * @param spelling the house's spelling that was found
     */
    record SameWords(String spelling) implements Why {
      @Override
      public String word() {
        return "same-words";
      }
    }

    /**
     * One is the initials of the other.
     *
     * @param spelling the house's spelling that was found
     */
    record ShortForm(String spelling) implements Why {
      @Override
      public String word() {
        return "same-words";
      }
    }

    /**
     * The letters are much the same.
     *
     * @param spelling the house's spelling that was found
     */
    record CloseSpelling(String spelling) implements Why {
      @Override
      public String word() {
        return "close-spelling";
      }
    }

    /**
     * Some words are the same, or people confirmed one for the other.
     *
     * @param spelling the house's spelling that was found
     * @param words the words of that spelling that speak for it, at least one
     */
    record SharedWords(String spelling, List<String> words) implements Why {
      public SharedWords {
        words = List.copyOf(words);
      }

      @Override
      public String word() {
        return "shared-word";
      }
    }

    /** Tickets with the label are like tickets with the tag, as {@link CoUse} told. */
    record UsedTogether() implements Why {
      @Override
      public String word() {
        return "used-together";
      }
    }
  }
}
