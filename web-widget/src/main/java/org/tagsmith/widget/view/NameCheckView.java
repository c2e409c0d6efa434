package org.tagsmith.widget.view;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.governance.NameAnswer.RuleAnswer;
import org.tagsmith.domain.governance.NameFindings;

/** What is to be said of a name. */
@Schema(
    name = "NameCheck",
    properties = {
      @SchemaProperty(
          name = "rules",
          description =
              "Each rule of the house. 'values' holds what its words speak of, for other languages."),
      @SchemaProperty(
          name = "corrected",
          nullable = true,
          description = "A form that keeps all rules; the name itself if it does."),
      @SchemaProperty(name = "near", description = "Tags that might be the same thing.")
    })
public record NameCheckView(
    String name, List<RuleAnswer> rules, String corrected, List<NearView> near) {
  /**
   * Shows findings.
   *
   * @param contacts by the tag's id
   */
  public static NameCheckView of(NameFindings findings, Map<Integer, Long> contacts) {
    return new NameCheckView(
        findings.answer().name(),
        findings.answer().rules(),
        findings.answer().corrected(),
        findings.near().stream()
            .map(
                each ->
                    new NearView(
                        each.tag().id(),
                        each.tag().name(),
                        each.tag().retired(),
                        contacts.getOrDefault(each.tag().id(), 0L),
                        each.why()))
            .toList());
  }

  /** A tag that might be the same thing. */
  @Schema(
      name = "NearTag",
      properties = {
        @SchemaProperty(
            name = "why",
            enumeration = {"same-name", "alias", "same-words", "close-spelling", "shared-word"})
      })
  public record NearView(int tagId, String name, boolean retired, long contacts, String why) {}
}
