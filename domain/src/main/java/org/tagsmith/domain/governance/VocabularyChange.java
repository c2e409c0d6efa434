package org.tagsmith.domain.governance;

import java.util.Map;
import java.util.Objects;
import org.tagsmith.domain.vocabulary.NamingRules;
import org.tagsmith.domain.vocabulary.Question;

/**
 * One decision of a lead about the vocabulary. Says what is wanted; whether it can be, is asked
 * later.
 */
public sealed interface VocabularyChange {
  /** A label as people type it means this tag from now on. */
  record PlaceLabel(String label, int tagId) implements VocabularyChange {
    public PlaceLabel {
      Objects.requireNonNull(label, "label");
    }
  }

  /**
   * The same, naming the tag: perhaps one that an earlier change of the same list adds, so that
   * nobody knows its number yet.
   */
  record PlaceLabelUnder(String label, String tagName) implements VocabularyChange {
    public PlaceLabelUnder {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(tagName, "tagName");
    }
  }

  /** A label carries no reason. */
  record IgnoreLabel(String label) implements VocabularyChange {
    public IgnoreLabel {
      Objects.requireNonNull(label, "label");
    }
  }

  /** Labels that begin so are set by software. */
  record SetPrefixAside(String prefix) implements VocabularyChange {
    public SetPrefixAside {
      Objects.requireNonNull(prefix, "prefix");
    }
  }

  /** What was decided about a label counts no more: as an alias, ignored, or a machine's prefix. */
  record ForgetLabel(String label) implements VocabularyChange {
    public ForgetLabel {
      Objects.requireNonNull(label, "label");
    }
  }

  /**
   * Labels that begin so are no longer known as set by software; other decisions about them stay.
   */
  record ForgetPrefix(String prefix) implements VocabularyChange {
    public ForgetPrefix {
      Objects.requireNonNull(prefix, "prefix");
    }
  }

  /** A new house tag. */
  record AddTag(String name, String family, TagDescription about) implements VocabularyChange {
    public AddTag {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(family, "family");
      Objects.requireNonNull(about, "about");
    }
  }

  /** Other words for the same tag; its name and family stay. */
  record DescribeTag(int tagId, TagDescription about) implements VocabularyChange {
    public DescribeTag {
      Objects.requireNonNull(about, "about");
    }
  }

  /** Another canonical name; the former one stays as an alias. */
  record RenameTag(int tagId, String name) implements VocabularyChange {
    public RenameTag {
      Objects.requireNonNull(name, "name");
    }
  }

  /** Another family; the name stays. */
  record MoveTag(int tagId, String family) implements VocabularyChange {
    public MoveTag {
      Objects.requireNonNull(family, "family");
    }
  }

  /** Contacts of the one count for the other from now on, also those of the past. */
  record MergeTag(int tagId, int intoId) implements VocabularyChange {}

  /**
   * The tag is retired, and its aliases stand for other tags.
   *
   * @param aliases which alias stands for which tag; those that are not named stand for none
   */
  record SplitTag(int tagId, Map<String, Integer> aliases) implements VocabularyChange {
    public SplitTag {
      aliases = Map.copyOf(aliases);
    }
  }

  /**
   * The tag may no longer be given; contacts that carry it keep it.
   *
   * @param successorId what to use instead, null if there is nothing; then the contacts are its own
   */
  record RetireTag(int tagId, Integer successorId) implements VocabularyChange {}

  /** A retired or merged tag is there again, with its contacts. */
  record RestoreTag(int tagId) implements VocabularyChange {}

  /**
   * A new reason code.
   *
   * @param number one that no code ever had
   */
  record AddCode(int number, CodeDescription about) implements VocabularyChange {
    public AddCode {
      Objects.requireNonNull(about, "about");
    }
  }

  /** Other words for the same number; what it means must stay what it meant. */
  record DescribeCode(int number, CodeDescription about) implements VocabularyChange {
    public DescribeCode {
      Objects.requireNonNull(about, "about");
    }
  }

  /**
   * The number may no longer be given, and never means anything else.
   *
   * @param successor the number to use instead, null if there is none
   */
  record RetireCode(int number, Integer successor) implements VocabularyChange {}

  /** A retired number may be given again. */
  record RestoreCode(int number) implements VocabularyChange {}

  /** A new family, or other words and another colour for one that is there. */
  record DescribeFamily(String name, String hue, Map<String, String> names)
      implements VocabularyChange {
    public DescribeFamily {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(hue, "hue");
      names = names == null ? Map.of() : Map.copyOf(names);
    }
  }

  /** A family without tags goes. */
  record ForgetFamily(String name) implements VocabularyChange {
    public ForgetFamily {
      Objects.requireNonNull(name, "name");
    }
  }

  /**
   * A word that stands for others inside any label.
   *
   * @param expansion empty if it shall stand for nothing any more
   */
  record Abbreviate(String shortForm, String expansion) implements VocabularyChange {
    public Abbreviate {
      Objects.requireNonNull(shortForm, "shortForm");
      Objects.requireNonNull(expansion, "expansion");
    }
  }

  /** Other rules for names of new tags. */
  record SetRules(NamingRules rules) implements VocabularyChange {
    public SetRules {
      Objects.requireNonNull(rules, "rules");
    }
  }

  /** A label that could mean several things; in place of what was asked about it before. */
  record Ask(Question question) implements VocabularyChange {
    public Ask {
      Objects.requireNonNull(question, "question");
    }
  }

  /** Nobody is asked about the label any more. */
  record ForgetQuestion(String label) implements VocabularyChange {
    public ForgetQuestion {
      Objects.requireNonNull(label, "label");
    }
  }
}
