package org.tagsmith.domain.governance;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tagsmith.domain.vocabulary.Vocabulary;

/** Whether what a lead wants touches what somebody else published since they looked. */
public final class LaterChanges {
  private LaterChanges() {}

  /**
   * Refuses changes to what was changed since.
   *
   * @param seen the version that the lead looked at
   * @param newest the newest one
   * @param wanted the newest one with the lead's changes
   * @throws ChangeRefused {@code changed-meanwhile}, with the differences that touch
   */
  public static void require(Vocabulary seen, Vocabulary newest, Vocabulary wanted) {
    List<Difference> touched = touched(seen, newest, wanted);
    if (!touched.isEmpty()) {
      throw ChangedVocabulary.refused(
          "changed-meanwhile",
          "Somebody changed the same thing since you looked. See what it is now, then decide again.",
          Map.of("version", newest.version(), "differences", touched));
    }
  }

  /**
   * What somebody published since a version, and the wanted one would change again.
   *
   * @return empty if nothing is
   */
  public static List<Difference> touched(Vocabulary seen, Vocabulary newest, Vocabulary wanted) {
    Set<List<Object>> mine = new HashSet<>();
    VocabularyHistory.between(newest, wanted).forEach(each -> mine.add(place(each)));
    return VocabularyHistory.between(seen, newest).stream()
        .filter(each -> mine.contains(place(each)))
        .toList();
  }

  private static List<Object> place(Difference difference) {
    return List.of(difference.kind(), difference.key());
  }
}
