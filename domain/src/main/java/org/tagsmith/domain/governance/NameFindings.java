package org.tagsmith.domain.governance;

import java.util.List;
import java.util.Objects;
import org.tagsmith.domain.vocabulary.HouseTag;

/**
 * What is to be said of a name before a tag gets it.
 *
 * @param version of the vocabulary that it was held against
 * @param answer which rules it keeps
 * @param near tags that might be the same thing, the likeliest first
 */
public record NameFindings(int version, NameAnswer answer, List<NearTag> near) {
  public NameFindings {
    Objects.requireNonNull(answer, "answer");
    near = List.copyOf(near);
  }

  /**
   * A tag that might be the same thing.
   *
   * @param why a stable word: {@code same-name}, {@code alias}, {@code same-words}, {@code
   *     close-spelling} or {@code shared-word}
   */
  public record NearTag(HouseTag tag, String why) {
    public NearTag {
      Objects.requireNonNull(tag, "tag");
      Objects.requireNonNull(why, "why");
    }
  }
}
