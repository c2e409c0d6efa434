package org.tagsmith.domain.vocabulary;

import java.util.List;
import java.util.Objects;

/**
 * One immutable, numbered version of everything the house agreed on. A change of any kind is a new
 * version; publishing a former one's content again is an undo.
 *
 * @param version 1 for the first, growing by one
 * @param families in display order
 * @param tags live and retired
 * @param aliases confirmed spellings
 * @param abbreviations words that stand for others
 * @param reasonCodes live and retired
 * @param machineLabels prefixes of labels that software sets, such as {@code intent__}
 * @param ignoredLabels labels that carry no reason, exactly as typed
 * @param rules what house names look like
 * @param questions labels that could mean several tags
 */
public record Vocabulary(
    int version,
    List<TagFamily> families,
    List<HouseTag> tags,
    List<Alias> aliases,
    List<Abbreviation> abbreviations,
    List<ReasonCode> reasonCodes,
    List<String> machineLabels,
    List<String> ignoredLabels,
    NamingRules rules,
    List<Question> questions) {
  public Vocabulary {
    families = List.copyOf(families);
    tags = List.copyOf(tags);
    aliases = List.copyOf(aliases);
    abbreviations = List.copyOf(abbreviations);
    reasonCodes = List.copyOf(reasonCodes);
    machineLabels = List.copyOf(machineLabels);
    ignoredLabels = List.copyOf(ignoredLabels);
    Objects.requireNonNull(rules, "rules");
    questions = List.copyOf(questions);
  }

  /** A vocabulary under the usual naming rules and without questions. */
  public Vocabulary(
      int version,
      List<TagFamily> families,
      List<HouseTag> tags,
      List<Alias> aliases,
      List<Abbreviation> abbreviations,
      List<ReasonCode> reasonCodes,
      List<String> machineLabels,
      List<String> ignoredLabels) {
    this(
        version,
        families,
        tags,
        aliases,
        abbreviations,
        reasonCodes,
        machineLabels,
        ignoredLabels,
        NamingRules.USUAL,
        List.of());
  }

  /** Version 0, before anything was published: every label is unmapped. */
  public static Vocabulary empty() {
    return new Vocabulary(
        0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** The same content under another number. */
  public Vocabulary numbered(int number) {
    return new Vocabulary(
        number,
        families,
        tags,
        aliases,
        abbreviations,
        reasonCodes,
        machineLabels,
        ignoredLabels,
        rules,
        questions);
  }
}
