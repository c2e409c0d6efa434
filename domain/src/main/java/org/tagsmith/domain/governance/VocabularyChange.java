package org.tagsmith.domain.governance;

import java.util.List;
import java.util.Map;
import java.util.Objects;

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
   * A new house tag.
   *
   * @param names display names by language tag
   */
  record AddTag(
      String name,
      String family,
      Map<String, String> names,
      String description,
      List<String> examples)
      implements VocabularyChange {
    public AddTag {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(family, "family");
      names = Map.copyOf(names);
      Objects.requireNonNull(description, "description");
      examples = List.copyOf(examples);
    }
  }

  /** Other words for the same tag; its name stays. */
  record DescribeTag(
      int tagId, Map<String, String> names, String description, List<String> examples)
      implements VocabularyChange {
    public DescribeTag {
      names = Map.copyOf(names);
      Objects.requireNonNull(description, "description");
      examples = List.copyOf(examples);
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
  record AddCode(
      int number, int tagId, Map<String, String> names, List<String> examples, String department)
      implements VocabularyChange {
    public AddCode {
      names = Map.copyOf(names);
      examples = List.copyOf(examples);
      Objects.requireNonNull(department, "department");
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
}
