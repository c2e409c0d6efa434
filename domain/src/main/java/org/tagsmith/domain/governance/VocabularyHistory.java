package org.tagsmith.domain.governance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tagsmith.domain.vocabulary.Vocabulary;

/** What stands between versions, and how one is taken back. */
public final class VocabularyHistory {
  private VocabularyHistory() {}

  /** What the later version holds differently; empty if they hold the same in any order. */
  public static List<Difference> between(Vocabulary former, Vocabulary later) {
    return new VocabularyParts(former).differencesTo(new VocabularyParts(later));
  }

  /**
   * The newest version without what one publication changed; what others changed since stays.
   *
   * @param before the version before that publication
   * @param after the version that it made
   * @param newest perhaps {@code after} itself
   * @throws ChangeRefused {@code changed-since} if somebody changed the same thing later, or {@code
   *     needed-since} if what would go is needed by something newer
   */
  public static Vocabulary without(Vocabulary before, Vocabulary after, Vocabulary newest) {
    if (between(after, newest).isEmpty()) {
      return before.numbered(newest.version());
    }
    VocabularyParts parts = new VocabularyParts(newest);
    for (Difference difference : between(before, after)) {
      if (!Objects.equals(parts.part(difference.kind(), difference.key()), difference.after())) {
        throw ChangedVocabulary.refused(
            "changed-since",
            "Somebody changed the same thing later: "
                + difference.key()
                + ". Take that back first.",
            Map.of("kind", difference.kind(), "key", difference.key()));
      }
      parts.takeBack(difference);
    }
    Vocabulary undone = parts.numbered(newest.version());
    List<String> problems = Clashes.between(newest, undone);
    if (!problems.isEmpty()) {
      throw ChangedVocabulary.refused(
          "needed-since",
          "Something newer needs what would go. " + String.join(" ", problems),
          Map.of());
    }
    return undone;
  }
}
