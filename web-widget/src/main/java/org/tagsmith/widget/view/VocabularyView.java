package org.tagsmith.widget.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.vocabulary.Abbreviation;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.NamingRules;
import org.tagsmith.domain.vocabulary.Question;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyRepository.PublishedVocabulary;

/** One vocabulary version, whole. */
@Schema(
    name = "Vocabulary",
    properties = {
      @SchemaProperty(name = "version", description = "0 while nobody has published one."),
      @SchemaProperty(name = "publishedAt", nullable = true),
      @SchemaProperty(name = "publishedBy", nullable = true),
      @SchemaProperty(
          name = "machineLabels",
          description = "Prefixes of labels that software sets."),
      @SchemaProperty(name = "ignoredLabels", description = "Labels that carry no reason.")
    })
public record VocabularyView(
    int version,
    Instant publishedAt,
    String publishedBy,
    String note,
    List<FamilyView> families,
    List<TagView> tags,
    List<CodeView> codes,
    List<AbbreviationView> abbreviations,
    List<String> machineLabels,
    List<String> ignoredLabels,
    NamingRules rules,
    List<Question> questions) {

  /**
   * Shows a vocabulary.
   *
   * @param published who published it and when; empty for the empty vocabulary
   */
  public static VocabularyView of(Vocabulary vocabulary, Optional<PublishedVocabulary> published) {
    Map<Integer, List<String>> aliases =
        vocabulary.aliases().stream()
            .collect(
                Collectors.groupingBy(
                    Alias::houseTagId, Collectors.mapping(Alias::text, Collectors.toList())));
    Map<Integer, List<Integer>> codes =
        vocabulary.reasonCodes().stream()
            .filter(code -> !code.retired())
            .sorted(java.util.Comparator.comparingInt(ReasonCode::number))
            .collect(
                Collectors.groupingBy(
                    ReasonCode::houseTagId,
                    Collectors.mapping(ReasonCode::number, Collectors.toList())));
    return new VocabularyView(
        vocabulary.version(),
        published.map(PublishedVocabulary::publishedAt).orElse(null),
        published.map(PublishedVocabulary::publishedBy).orElse(null),
        published.map(PublishedVocabulary::note).orElse(""),
        vocabulary.families().stream()
            .map(each -> new FamilyView(each.name(), each.hue(), sorted(each.names())))
            .toList(),
        vocabulary.tags().stream()
            .map(
                tag ->
                    TagView.of(
                        tag,
                        aliases.getOrDefault(tag.id(), List.of()),
                        codes.getOrDefault(tag.id(), List.of())))
            .toList(),
        vocabulary.reasonCodes().stream().map(CodeView::of).toList(),
        vocabulary.abbreviations().stream().map(AbbreviationView::of).toList(),
        vocabulary.machineLabels(),
        vocabulary.ignoredLabels(),
        vocabulary.rules(),
        vocabulary.questions());
  }

  private static Map<String, String> sorted(Map<String, String> names) {
    return new TreeMap<>(names);
  }

  /** The first segment of house names. */
  @Schema(
      name = "TagFamily",
      properties = {
        @SchemaProperty(
            name = "hue",
            description = "One of the design language's twelve named colours."),
        @SchemaProperty(name = "names", description = "Display names by language tag.")
      })
  public record FamilyView(String name, String hue, Map<String, String> names) {}

  /** A house tag. */
  @Schema(
      name = "HouseTag",
      properties = {
        @SchemaProperty(name = "name", example = "Upgrade_CreditCard"),
        @SchemaProperty(name = "examples", description = "Customers' own words."),
        @SchemaProperty(name = "aliases", description = "Confirmed spellings."),
        @SchemaProperty(name = "successorId", nullable = true),
        @SchemaProperty(
            name = "hue",
            nullable = true,
            description = "Its own colour; null for its family's."),
        @SchemaProperty(name = "facets", description = "What it is about, by facet."),
        @SchemaProperty(name = "codes", description = "Live reason codes that record it.")
      })
  public record TagView(
      int id,
      String name,
      String family,
      Map<String, String> names,
      String description,
      List<String> examples,
      List<String> aliases,
      boolean retired,
      Integer successorId,
      List<Integer> codes,
      String hue,
      String owner,
      Map<String, String> facets) {
    private static TagView of(HouseTag tag, List<String> aliases, List<Integer> codes) {
      return new TagView(
          tag.id(),
          tag.name(),
          tag.family(),
          sorted(tag.names()),
          tag.description(),
          tag.examples(),
          aliases,
          tag.retired(),
          tag.successorId(),
          codes,
          tag.hue(),
          tag.owner(),
          sorted(tag.facets()));
    }
  }

  /** A number that a person can remember, backed by a house tag. */
  @Schema(
      name = "ReasonCode",
      properties = {
        @SchemaProperty(name = "successor", nullable = true),
        @SchemaProperty(name = "parent", nullable = true, description = "The number above it."),
        @SchemaProperty(name = "groups", description = "Who sees it; empty for everybody.")
      })
  public record CodeView(
      int number,
      int houseTagId,
      Map<String, String> names,
      List<String> examples,
      String department,
      boolean retired,
      Integer successor,
      Integer parent,
      List<String> groups) {
    private static CodeView of(ReasonCode code) {
      return new CodeView(
          code.number(),
          code.houseTagId(),
          sorted(code.names()),
          code.examples(),
          code.department(),
          code.retired(),
          code.successor(),
          code.parent(),
          code.groups());
    }
  }

  /** A word that stands for others. */
  @Schema(name = "Abbreviation")
  public record AbbreviationView(String shortForm, String expansion) {
    private static AbbreviationView of(Abbreviation abbreviation) {
      return new AbbreviationView(abbreviation.shortForm(), abbreviation.expansion());
    }
  }
}
