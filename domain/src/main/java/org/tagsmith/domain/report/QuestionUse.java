package org.tagsmith.domain.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What became of the contacts that carry a label about which the house asks. A contact with two
 * spellings of one such label counts once.
 *
 * @param vocabularyVersion the version the labels were read under, 0 while there is none
 * @param from first day (UTC) of the 90
 * @param to last day, inclusive
 * @param questions one for each question of that version, in its order
 */
public record QuestionUse(
    int vocabularyVersion, LocalDate from, LocalDate to, List<Line> questions) {
  public QuestionUse {
    questions = List.copyOf(questions);
  }

  /**
   * Counts the 90 days that end on a day.
   *
   * @param to the last day (UTC), inclusive
   */
  public static QuestionUse of(CountedContacts counted, LocalDate to) {
    LocalDate from = to.minusDays(TagUsage.DAYS - 1L);
    QuestionCount count = new QuestionCount(counted.meanings());
    counted
        .cube()
        .read((int) from.toEpochDay(), (int) to.toEpochDay(), Optional.empty(), count::day);
    return new QuestionUse(
        counted.meanings().reader().vocabulary().version(), from, to, count.lines());
  }

  /**
   * The contacts of one question.
   *
   * @param label as the question has it
   * @param open contacts that wait for a person, since nothing beside the label decides
   * @param decided contacts that count for a tag, by tag, those of most contacts first
   * @param spellings the label as contacts carry it, the most used first, a few
   */
  public record Line(String label, long open, List<Decided> decided, List<String> spellings) {
    public Line {
      decided = List.copyOf(decided);
      spellings = List.copyOf(spellings);
    }
  }

  /** Contacts that what else is on the ticket decides for one tag. */
  public record Decided(int houseTagId, long contacts) {}
}
