package org.tagsmith.domain.governance.usecase;

import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import org.tagsmith.domain.governance.PrefixReach;
import org.tagsmith.domain.governance.file.FileFormat;
import org.tagsmith.domain.governance.file.FileReading;
import org.tagsmith.domain.governance.file.MissingTags;
import org.tagsmith.domain.governance.file.VocabularyFile;
import org.tagsmith.domain.vocabulary.Vocabulary;

/**
 * Reads files, the last one only once: who looked a file over publishes the same next. Gives way
 * when memory is short. Thread-safe.
 */
final class LastFileRead {
  private volatile SoftReference<Known> last = new SoftReference<>(null);

  private record Asked(
      ByteBuffer bytes, FileFormat format, MissingTags missing, int newest, int highestTagId) {}

  private record Known(Asked asked, FileReading reading) {}

  /**
   * As {@link VocabularyFile#read}.
   *
   * @param bytes not changed afterwards
   * @param newest a published version, which never changes, or the empty one
   */
  FileReading read(
      byte[] bytes,
      FileFormat format,
      MissingTags missing,
      Vocabulary newest,
      int highestTagId,
      PrefixReach reach) {
    Asked asked =
        new Asked(ByteBuffer.wrap(bytes), format, missing, newest.version(), highestTagId);
    Known known = last.get();
    if (known == null || !known.asked().equals(asked)) {
      known =
          new Known(
              asked, VocabularyFile.read(bytes, format, newest, highestTagId, missing, reach));
      last = new SoftReference<>(known);
    }
    return known.reading();
  }
}
