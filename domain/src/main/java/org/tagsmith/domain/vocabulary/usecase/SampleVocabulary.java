package org.tagsmith.domain.vocabulary.usecase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.tagsmith.domain.vocabulary.Vocabulary;

/** Vocabularies to start from, so that nobody begins with an empty page. */
public final class SampleVocabulary {
  private static final String BANK = "bank-vocabulary.json";

  private SampleVocabulary() {}

  /** A retail bank's vocabulary in English and Chinese, as version 1. */
  public static Vocabulary bank() {
    try (InputStream resource = SampleVocabulary.class.getResourceAsStream(BANK)) {
      if (resource == null) {
        throw new IllegalStateException(BANK + " is missing beside SampleVocabulary");
      }
      return VocabularyDocument.read(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
