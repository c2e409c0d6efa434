package org.tagsmith.domain.governance.usecase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.tagsmith.domain.governance.VocabularyChange;

/**
 * One change as JSON, the form in which drafts are stored. Writing and reading back loses nothing.
 */
public final class ChangeDocument {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addMixIn(VocabularyChange.class, ChangeForm.class)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private ChangeDocument() {}

  /** The change as JSON. */
  public static String write(VocabularyChange change) {
    try {
      return JSON.writerFor(VocabularyChange.class).writeValueAsString(change);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A change could not be written as JSON", e);
    }
  }

  /**
   * The change that {@link #write} wrote.
   *
   * @throws IllegalArgumentException if the text is no change that this Tagsmith knows
   */
  public static VocabularyChange read(String json) {
    try {
      return JSON.readValue(json, VocabularyChange.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "The stored change cannot be read: " + e.getOriginalMessage(), e);
    }
  }
}
