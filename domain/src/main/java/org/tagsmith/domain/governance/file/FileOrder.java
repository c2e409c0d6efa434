package org.tagsmith.domain.governance.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tagsmith.domain.vocabulary.Abbreviation;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.Question;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.Vocabulary;

/**
 * The order in which a vocabulary stands in a file: the same content gives the same file, and a
 * small change a small difference. By code point, so that no computer's language matters.
 */
final class FileOrder {
  private static final List<String> OURS = List.of("en", "zh-Hant", "zh-Hans");
  private static final Comparator<String> BY_LANGUAGE =
      Comparator.comparingInt(FileOrder::place).thenComparing(Comparator.naturalOrder());

  private final Vocabulary vocabulary;
  private final Map<Integer, String> names;
  private final Map<Integer, List<String>> aliases;

  FileOrder(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.names = vocabulary.tags().stream().collect(Collectors.toMap(HouseTag::id, HouseTag::name));
    this.aliases =
        vocabulary.aliases().stream()
            .collect(
                Collectors.groupingBy(
                    Alias::houseTagId,
                    Collectors.mapping(
                        Alias::text,
                        Collectors.collectingAndThen(Collectors.toList(), FileOrder::sorted))));
  }

  static SortedMap<String, String> byLanguage(Map<String, String> names) {
    SortedMap<String, String> sorted = new TreeMap<>(BY_LANGUAGE);
    sorted.putAll(names);
    return sorted;
  }

  static List<String> languages(Collection<String> languages) {
    return languages.stream().distinct().sorted(BY_LANGUAGE).toList();
  }

  private static int place(String language) {
    int at = OURS.indexOf(language);
    return at < 0 ? OURS.size() : at;
  }

  static List<String> sorted(Collection<String> texts) {
    return texts.stream().sorted().toList();
  }

  List<HouseTag> tags() {
    return vocabulary.tags().stream()
        .sorted(Comparator.comparing(HouseTag::name).thenComparing(HouseTag::id))
        .toList();
  }

  List<ReasonCode> codes() {
    return vocabulary.reasonCodes().stream()
        .sorted(Comparator.comparingInt(ReasonCode::number))
        .toList();
  }

  List<Abbreviation> abbreviations() {
    return vocabulary.abbreviations().stream()
        .sorted(Comparator.comparing(Abbreviation::shortForm))
        .toList();
  }

  List<Question> questions() {
    return vocabulary.questions().stream().sorted(Comparator.comparing(Question::label)).toList();
  }

  /** The name of a tag; empty for none. */
  String name(Integer tag) {
    return tag == null ? "" : names.getOrDefault(tag, "");
  }

  List<String> names(List<Integer> tags) {
    return tags.stream().map(this::name).toList();
  }

  List<String> aliases(HouseTag tag) {
    return aliases.getOrDefault(tag.id(), List.of());
  }
}
