package org.tagsmith.domain.governance.file;

import java.util.List;
import org.tagsmith.domain.vocabulary.Vocabulary;

/**
 * What came of reading a file.
 *
 * @param content the vocabulary after the file, under the number of the one before; null if
 *     something in it cannot be
 * @param madeFrom the version that the file says it was exported from; null if it says none
 * @param problems what cannot be, by line; not all of them if there are very many
 * @param problemCount how many there are
 * @param notices what was passed over
 */
public record FileReading(
    Vocabulary content,
    Integer madeFrom,
    List<FileProblem> problems,
    int problemCount,
    List<FileProblem> notices) {
  public FileReading {
    problems = List.copyOf(problems);
    notices = List.copyOf(notices);
  }

  static FileReading refused(Integer madeFrom, FileProblems problems) {
    return new FileReading(null, madeFrom, problems.byLine(), problems.count(), problems.notices());
  }
}
