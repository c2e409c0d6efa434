package org.tagsmith.domain.vocabulary.usecase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.tagsmith.domain.vocabulary.Vocabulary;

/**
 * A vocabulary version as one JSON document, the form in which it is stored, shipped and carried
 * from one installation to another. Writing and reading back loses nothing.
 */
public final class VocabularyDocument {
  private static final int FORMAT = 2;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private record Document(int format, Vocabulary vocabulary) {}

  private VocabularyDocument() {}

  /** The vocabulary as JSON; equal vocabularies give equal text. */
  public static String write(Vocabulary vocabulary) {
    try {
      return JSON.writeValueAsString(new Document(FORMAT, vocabulary));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A vocabulary could not be written as JSON", e);
    }
  }

  /**
   * The vocabulary that {@link #write} wrote.
   *
   * @throws IllegalArgumentException if the text is not such a document; says where and why
   */
  public static Vocabulary read(String json) {
    Document document;
    try {
      document =
          FormerFormats.isFormer(json)
              ? JSON.treeToValue(FormerFormats.inToday(JSON.readTree(json)), Document.class)
              : JSON.readValue(json, Document.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "The vocabulary document cannot be read: "
              + e.getOriginalMessage()
              + place(e)
              + ". Export it again, or correct it there.",
          e);
    }
    if (document == null || document.format() != FORMAT || document.vocabulary() == null) {
      throw new IllegalArgumentException(
          "The vocabulary document is not of format "
              + FORMAT
              + ", the one that this Tagsmith reads. Export it again with this version.");
    }
    return document.vocabulary();
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " (line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ")";
  }
}
