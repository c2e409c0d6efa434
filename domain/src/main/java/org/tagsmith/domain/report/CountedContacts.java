package org.tagsmith.domain.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.vocabulary.VocabularyReader;

/**
 * The contacts and what their labels mean, both as of one moment: every answer drawn from one of
 * these fits every other. Immutable.
 */
public final class CountedContacts {
  private static final int MOST_PROPOSALS = 5;

  private final ContactCube cube;
  private final TagSetMeanings meanings;

  /**
   * @param meanings of every set that the cube speaks of
   */
  public CountedContacts(ContactCube cube, TagSetMeanings meanings) {
    this.cube = cube;
    this.meanings = meanings;
  }

  /** The counts. */
  public ContactCube cube() {
    return cube;
  }

  /** What the sets of labels mean. */
  public TagSetMeanings meanings() {
    return meanings;
  }

  /**
   * Draws the report.
   *
   * @param account only this one, or all
   */
  public ContactReport report(ReportPeriod period, Optional<HelpdeskAccountId> account) {
    PeriodCount now = count(period.from(), period.to(), account);
    PeriodCount before = count(period.previousFrom(), period.from().minusDays(1), account);
    List<TagLine> tags =
        IntStream.range(0, meanings.tagCount())
            .filter(tag -> now.ofTag(tag) > 0 || before.ofTag(tag) > 0)
            .mapToObj(
                tag ->
                    new TagLine(
                        meanings.tagId(tag), now.ofTag(tag), before.ofTag(tag), now.perDay(tag)))
            .sorted(
                Comparator.comparingLong(TagLine::contacts)
                    .reversed()
                    .thenComparingInt(TagLine::houseTagId))
            .toList();
    return new ContactReport(
        meanings.reader().vocabulary().version(),
        period.from(),
        period.to(),
        now.contacts(),
        now.tagged(),
        now.labelled(),
        tags,
        now.days(),
        before.contacts());
  }

  /**
   * What another vocabulary would make of these contacts; takes about as long as its publication.
   *
   * @param other reads against that vocabulary
   */
  public ContactEffects effectsOf(VocabularyReader other) {
    TagSetMeanings then = TagSetMeanings.of(other, meanings.table());
    return new ContactComparison(cube, meanings, then).effects();
  }

  /** Contacts of each house tag that has any, by the tag's id, of all days and accounts. */
  public Map<Integer, Long> contactsOfTags() {
    long[] contacts = new long[meanings.tagCount()];
    cube.read(
        Integer.MIN_VALUE,
        Integer.MAX_VALUE,
        Optional.empty(),
        (day, slice) -> {
          for (int i = 0; i < slice.size(); i++) {
            for (int tag : meanings.tagsOf(slice.set(i))) {
              contacts[tag] += slice.contacts(i);
            }
          }
        });
    return IntStream.range(0, contacts.length)
        .filter(tag -> contacts[tag] > 0)
        .boxed()
        .collect(Collectors.toUnmodifiableMap(meanings::tagId, tag -> contacts[tag]));
  }

  /** The newest day (UTC) on which a contact began. */
  public Optional<LocalDate> newestDay(Optional<HelpdeskAccountId> account) {
    return cube.newestDay(account).map(LocalDate::ofEpochDay);
  }

  /** How many labels without a meaning some contact carries. */
  public long unmappedCount(Optional<HelpdeskAccountId> account) {
    return Arrays.stream(unmapped(account).contacts).filter(contacts -> contacts > 0).count();
  }

  /**
   * The labels without a meaning, those of most contacts first, then by text.
   *
   * @param from how many of them to leave out at the beginning
   * @param limit how many at most
   * @param tickets what tickets say of the labels, with these meanings
   */
  public List<UnmappedLabel> unmappedLabels(
      int from, int limit, Optional<HelpdeskAccountId> account, AlikeTickets tickets) {
    LabelCount count = unmapped(account);
    TagSetTable table = meanings.table();
    VocabularyReader reader = meanings.reader();
    LikeLabels likeLabels = new LikeLabels(tickets);
    return IntStream.range(0, count.contacts.length)
        .filter(label -> count.contacts[label] > 0)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingLong(label -> -count.contacts[label])
                .thenComparing(table::label))
        .skip(from)
        .limit(limit)
        .map(
            label ->
                new UnmappedLabel(
                    table.label(label),
                    count.contacts[label],
                    LocalDate.ofEpochDay(count.lastDay[label]),
                    reader.propose(
                        table.label(label), MOST_PROPOSALS, same -> tickets.tagsOf(label)),
                    likeLabels.earlierLike(label).map(table::label)))
        .toList();
  }

  /** Where and when contacts carry a label, whatever it means. */
  public LabelContacts labelContacts(String label) {
    return new LabelSightings(cube, meanings.table(), label).of(label);
  }

  /**
   * Contacts that carry a label without a meaning, by the spelling that is asked for.
   *
   * @param keys of {@link org.tagsmith.domain.vocabulary.SpellingKey#inAnyScript}
   * @param from first day (UTC)
   * @param to last day, inclusive
   * @return only spellings that some contact carries
   */
  public Map<String, SpelledContacts> unmappedSpelledAs(
      Set<String> keys, LocalDate from, LocalDate to) {
    UnmappedSpellings spellings = new UnmappedSpellings(meanings, keys);
    cube.read((int) from.toEpochDay(), (int) to.toEpochDay(), Optional.empty(), spellings);
    return spellings.found();
  }

  private PeriodCount count(LocalDate from, LocalDate to, Optional<HelpdeskAccountId> account) {
    PeriodCount count = new PeriodCount(meanings, from, to);
    cube.read((int) from.toEpochDay(), (int) to.toEpochDay(), account, count);
    return count;
  }

  private LabelCount unmapped(Optional<HelpdeskAccountId> account) {
    TagSetTable table = meanings.table();
    long[] contactsOfSet = new long[table.size()];
    int[] lastDayOfSet = new int[table.size()];
    Arrays.fill(lastDayOfSet, Integer.MIN_VALUE);
    cube.read(
        Integer.MIN_VALUE,
        Integer.MAX_VALUE,
        account,
        (day, slice) -> {
          for (int i = 0; i < slice.size(); i++) {
            contactsOfSet[slice.set(i)] += slice.contacts(i);
            lastDayOfSet[slice.set(i)] = Math.max(lastDayOfSet[slice.set(i)], day);
          }
        });
    LabelCount count = new LabelCount(new long[table.labelCount()], new int[table.labelCount()]);
    Arrays.fill(count.lastDay, Integer.MIN_VALUE);
    for (int set = 0; set < contactsOfSet.length; set++) {
      for (int label : meanings.unmappedLabelsOf(set)) {
        count.contacts[label] += contactsOfSet[set];
        count.lastDay[label] = Math.max(count.lastDay[label], lastDayOfSet[set]);
      }
    }
    return count;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record LabelCount(long[] contacts, int[] lastDay) {}

  /** Counts one period. */
  private static final class PeriodCount implements ContactCube.DayReader {
    private final TagSetMeanings meanings;
    private final LocalDate from;
    private final int firstDay;
    private final long[] contacts;
    private final long[] tagged;
    private final long[][] perTag;
    private long labelled;

    PeriodCount(TagSetMeanings meanings, LocalDate from, LocalDate to) {
      this.meanings = meanings;
      this.from = from;
      firstDay = (int) from.toEpochDay();
      int days = (int) (to.toEpochDay() - firstDay) + 1;
      contacts = new long[days];
      tagged = new long[days];
      perTag = new long[meanings.tagCount()][];
    }

    @Override
    public void day(int day, DaySlice slice) {
      int column = day - firstDay;
      for (int i = 0; i < slice.size(); i++) {
        int set = slice.set(i);
        long count = slice.contacts(i);
        contacts[column] += count;
        if (meanings.isLabelled(set)) {
          labelled += count;
        }
        int[] tags = meanings.tagsOf(set);
        if (tags.length > 0) {
          tagged[column] += count;
        }
        for (int tag : tags) {
          perDay(tag)[column] += count;
        }
      }
    }

    long contacts() {
      return Arrays.stream(contacts).sum();
    }

    long tagged() {
      return Arrays.stream(tagged).sum();
    }

    long labelled() {
      return labelled;
    }

    long ofTag(int tag) {
      return perTag[tag] == null ? 0 : Arrays.stream(perTag[tag]).sum();
    }

    long[] perDay(int tag) {
      if (perTag[tag] == null) {
        perTag[tag] = new long[contacts.length];
      }
      return perTag[tag];
    }

    List<DayLine> days() {
      List<DayLine> days = new ArrayList<>(contacts.length);
      for (int i = 0; i < contacts.length; i++) {
        days.add(new DayLine(from.plusDays(i), contacts[i], tagged[i]));
      }
      return days;
    }
  }
}
