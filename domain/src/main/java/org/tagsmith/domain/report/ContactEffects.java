package org.tagsmith.domain.report;

import java.time.YearMonth;
import java.util.List;

/**
 * What another vocabulary would make of the contacts that are counted now.
 *
 * @param contacts how many there are
 * @param affected how many of them would count for other house tags than now
 * @param months where and when those are, by account, then by month (UTC)
 * @param tags each tag whose contacts would be more or fewer, the greatest difference first
 * @param labels each label that would mean something else, that of most contacts first
 * @param writes by account, what a write-back plan for this would have to replace; accounts without
 *     any are left out
 */
public record ContactEffects(
    long contacts,
    long affected,
    List<MonthEffect> months,
    List<TagEffect> tags,
    List<LabelEffect> labels,
    List<WriteEffect> writes) {
  public ContactEffects {
    months = List.copyOf(months);
    tags = List.copyOf(tags);
    labels = List.copyOf(labels);
    writes = List.copyOf(writes);
  }

  /**
   * Affected contacts of one account that began in one month.
   *
   * @param accountId the account's number
   */
  public record MonthEffect(int accountId, YearMonth month, long contacts) {}

  /** Contacts of one house tag under either vocabulary, 0 where it has none of that id. */
  public record TagEffect(int tagId, long before, long after) {}

  /**
   * A label that would mean something else.
   *
   * @param label exactly as found
   * @param contacts how many carry it
   * @param before what it means now
   * @param after what it would mean
   */
  public record LabelEffect(String label, long contacts, Meaning before, Meaning after) {}

  /**
   * Contacts of one account that carry a label which would stand for a house tag and is not its
   * name. Publishing writes nothing; a plan would.
   *
   * @param accountId the account's number
   * @param contacts how many, closed ones among them
   * @param labels how many different labels they carry of this kind
   */
  public record WriteEffect(int accountId, long contacts, int labels) {}

  /**
   * What a label means by itself.
   *
   * @param kind which kind of meaning
   * @param tagId the house tag, null unless it means one
   */
  public record Meaning(Kind kind, Integer tagId) {
    /** Kinds of meaning. */
    public enum Kind {
      TAG,
      SEVERAL,
      IGNORED,
      NONE
    }
  }
}
