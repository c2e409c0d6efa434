package org.tagsmith.domain.vocabulary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * Tags that the people of a large site merged by vote, and tags that they keep apart, as a house
 * with its labels. The synonyms fall into two halves by a checksum of their text: one to tune by,
 * which the house has confirmed as aliases, and one to measure by, which nothing has seen.
 */
final class SynonymTrial {
  private static final Path FOLDER = Path.of("../../shared/data/tag-synonyms");
  private static final int GROUPS = 20;

  record Synonym(String label, String meant) {}

  /** What became of labels whose meaning is known. */
  record Folded(int labels, int right, int wrong) {
    double precision() {
      return right / (double) (right + wrong);
    }

    double recall() {
      return right / (double) labels;
    }
  }

  private final List<Synonym> synonyms;
  private final List<String> targets;

  SynonymTrial() {
    this.synonyms = rows("stackoverflow-dev.tsv").map(row -> new Synonym(row[0], row[1])).toList();
    this.targets = synonyms.stream().map(Synonym::meant).distinct().sorted().toList();
  }

  static boolean isHere() {
    return Files.exists(FOLDER);
  }

  List<Synonym> half(boolean toMeasure) {
    return synonyms.stream().filter(each -> isToMeasure(each.label()) == toMeasure).toList();
  }

  /** A house of the targets alone, read by habits that the tuning half shows. */
  VocabularyReader withHabits() {
    return VocabularyReader.compile(house(tag -> true, false), withAliases().habits());
  }

  /** A house of the targets that confirmed the tuning half as aliases. */
  VocabularyReader withAliases() {
    return VocabularyReader.compile(house(tag -> true, true));
  }

  static Folded fold(VocabularyReader reader, List<Synonym> labels) {
    int right = 0;
    int wrong = 0;
    for (Synonym each : labels) {
      if (reader.interpret(each.label()) instanceof Interpretation.Matched matched) {
        if (matched.tag().name().equals(each.meant())) {
          right++;
        } else {
          wrong++;
        }
      }
    }
    return new Folded(labels.size(), right, wrong);
  }

  /** Of labels that reading leaves unmapped, the share whose tag is among the first proposals. */
  static double proposed(VocabularyReader reader, List<Synonym> labels, int first) {
    List<Synonym> unmapped =
        labels.stream()
            .filter(each -> !(reader.interpret(each.label()) instanceof Interpretation.Matched))
            .toList();
    long found =
        unmapped.stream()
            .filter(
                each ->
                    reader.propose(each.label(), first).stream()
                        .anyMatch(proposal -> proposal.tag().name().equals(each.meant())))
            .count();
    return found / (double) unmapped.size();
  }

  /**
   * The share of targets that would be read as another target if the house did not know them: read
   * against the others in groups of a twentieth, grouped in two ways, so that hardly a pair is
   * always in one group.
   */
  double mergedTargets(boolean confirmed) {
    HouseHabits habits = withAliases().habits();
    Set<String> merged =
        java.util.stream.IntStream.range(0, 2 * GROUPS)
            .boxed()
            .flatMap(
                group -> {
                  Predicate<String> out =
                      tag -> checksum(group / GROUPS + tag) % GROUPS == group % GROUPS;
                  Vocabulary rest = house(out.negate(), confirmed);
                  VocabularyReader reader =
                      confirmed
                          ? VocabularyReader.compile(rest)
                          : VocabularyReader.compile(rest, habits);
                  return targets.stream()
                      .filter(out)
                      .filter(tag -> reader.interpret(tag) instanceof Interpretation.Matched);
                })
            .collect(Collectors.toSet());
    return merged.size() / (double) targets.size();
  }

  /** The share of all other tags of the site that the house would read as one of its own. */
  double mergedOthers(VocabularyReader reader) {
    Set<String> known =
        synonyms.stream()
            .flatMap(each -> java.util.stream.Stream.of(each.label(), each.meant()))
            .collect(Collectors.toSet());
    List<String> others =
        rows("stackoverflow-tags.tsv")
            .map(row -> row[0])
            .filter(tag -> !known.contains(tag))
            .toList();
    long merged =
        others.stream()
            .filter(tag -> reader.interpret(tag) instanceof Interpretation.Matched)
            .count();
    return merged / (double) others.size();
  }

  private Vocabulary house(Predicate<String> inside, boolean confirmed) {
    List<HouseTag> tags = new ArrayList<>();
    List<Alias> aliases = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      if (inside.test(targets.get(i))) {
        tags.add(Vocabularies.tag(i + 1, targets.get(i)));
      }
    }
    Map<String, Integer> ids =
        tags.stream().collect(Collectors.toMap(HouseTag::name, HouseTag::id));
    for (Synonym each : half(false)) {
      if (confirmed && ids.containsKey(each.meant())) {
        aliases.add(new Alias(each.label(), ids.get(each.meant())));
      }
    }
    return Vocabularies.of(tags, aliases);
  }

  private static boolean isToMeasure(String label) {
    return checksum(label) % 2 == 1;
  }

  private static long checksum(String text) {
    CRC32 checksum = new CRC32();
    checksum.update(text.getBytes(StandardCharsets.UTF_8));
    return checksum.getValue();
  }

  private static java.util.stream.Stream<String[]> rows(String file) {
    try {
      return Files.readAllLines(FOLDER.resolve(file)).stream()
          .skip(1)
          .map(line -> line.split("\t"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
