package org.tagsmith.widget.view;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.Vocabulary;

/**
 * How much a reason code is used.
 *
 * @param contacts those of its house tag
 * @param recorded on how many tickets an agent gave it
 */
@Schema(
    name = "CodeUse",
    properties = {
      @SchemaProperty(name = "contacts", description = "Those of the code's house tag."),
      @SchemaProperty(name = "recorded", description = "Tickets on which an agent gave the code.")
    })
public record CodeUseView(int number, long contacts, long recorded) {
  /**
   * Every code, by number.
   *
   * @param contacts by the tag's id
   * @param recorded by the code's number
   */
  public static List<CodeUseView> of(
      Vocabulary vocabulary, Map<Integer, Long> contacts, Map<Integer, Long> recorded) {
    return vocabulary.reasonCodes().stream()
        .sorted(Comparator.comparingInt(ReasonCode::number))
        .map(
            code ->
                new CodeUseView(
                    code.number(),
                    contacts.getOrDefault(code.houseTagId(), 0L),
                    recorded.getOrDefault(code.number(), 0L)))
        .toList();
  }
}
