package org.tagsmith.domain.governance.file;

import java.util.List;
import java.util.Map;
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
 * @param lines where the file names a house tag, by the tag's id
 */
public record FileReading(
    Vocabulary content,
    Integer madeFrom,
    List<FileProblem> problems,
    int problemCount,
    List<FileProblem> notices,
    Map<Integer, Integer> lines) {
  public FileReading {
    problems = List.copyOf(problems);
    notices = List.copyOf(notices);
    lines = Map.copyOf(lines);
  }

  static FileReading refused(Integer madeFrom, FileProblems problems) {
    return new FileReading(
        null, madeFrom, problems.byLine(), problems.count(), problems.notices(), Map.of());
  }
}
