package org.tagsmith.domain.governance.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.governance.PrefixReach;
import org.tagsmith.domain.governance.file.FileFormat;
import org.tagsmith.domain.governance.file.FileReading;
import org.tagsmith.domain.governance.file.MissingTags;
import org.tagsmith.domain.governance.file.VocabularyFile;
import org.tagsmith.domain.vocabulary.Vocabulary;

class LastFileReadTest {
  private static final Vocabulary NEWEST = Vocabulary.empty();
  private static final byte[] FILE = VocabularyFile.write(NEWEST, FileFormat.CSV);

  private final LastFileRead files = new LastFileRead();

  @Test
  void a_file_that_is_published_as_it_was_looked_over_is_read_once() {
    FileReading first = read(FILE.clone(), MissingTags.KEEP, NEWEST, 0);

    assertThat(read(FILE.clone(), MissingTags.KEEP, NEWEST, 0)).isSameAs(first);
  }

  @Test
  void whatever_else_its_reading_depends_on_has_it_read_again() {
    byte[] other = (new String(FILE, UTF_8) + "\n").getBytes(UTF_8);
    Vocabulary later =
        new Vocabulary(
            1, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    assertIsReadAgain(() -> read(other, MissingTags.KEEP, NEWEST, 0));
    assertIsReadAgain(() -> read(FILE, MissingTags.RETIRE, NEWEST, 0));
    assertIsReadAgain(() -> read(FILE, MissingTags.KEEP, later, 0));
    assertIsReadAgain(() -> read(FILE, MissingTags.KEEP, NEWEST, 1));
    assertIsReadAgain(
        () -> files.read(FILE, FileFormat.YAML, MissingTags.KEEP, NEWEST, 0, PrefixReach.UNKNOWN));
  }

  private void assertIsReadAgain(Supplier<FileReading> otherwise) {
    FileReading first = read(FILE, MissingTags.KEEP, NEWEST, 0);
    assertThat(otherwise.get()).isNotSameAs(first);
  }

  private FileReading read(byte[] bytes, MissingTags missing, Vocabulary newest, int highest) {
    return files.read(bytes, FileFormat.CSV, missing, newest, highest, PrefixReach.UNKNOWN);
  }
}
