package org.tagsmith.domain.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How much the house tags are used. A contact with several tags counts for each, once.
 *
 * @param vocabularyVersion the version the labels were read under, 0 while there is none
 * @param from first day (UTC) of the 90
 * @param to last day, inclusive
 * @param tags one line per house tag with a contact in these days, by id
 */
public record TagUsage(int vocabularyVersion, LocalDate from, LocalDate to, List<Line> tags) {
  /** How many days are counted. */
  public static final int DAYS = 90;

  /** How many weeks the trend has. */
  public static final int WEEKS = 12;

  public TagUsage {
    tags = List.copyOf(tags);
  }

  /**
   * Counts the 90 days that end on a day.
   *
   * @param to the last day (UTC), inclusive
   */
  public static TagUsage of(CountedContacts counted, LocalDate to) {
    TagSetMeanings meanings = counted.meanings();
    LocalDate from = to.minusDays(DAYS - 1L);
    UsageCount count = new UsageCount(meanings, (int) to.toEpochDay());
    counted
        .cube()
        .read((int) from.toEpochDay(), (int) to.toEpochDay(), Optional.empty(), count::day);
    return new TagUsage(meanings.reader().vocabulary().version(), from, to, count.lines());
  }

  /**
   * The contacts of one house tag.
   *
   * @param houseTagId the tag as it counts, so the successor for a retired one that has one
   * @param contacts in the 90 days
   * @param weeks contacts in each of the last twelve weeks, the oldest first; the newest ends on
   *     the last day
   */
  public record Line(int houseTagId, long contacts, List<Long> weeks) {
    public Line {
      weeks = List.copyOf(weeks);
    }
  }
}
