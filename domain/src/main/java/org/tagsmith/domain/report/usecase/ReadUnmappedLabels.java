package org.tagsmith.domain.report.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.tagsmith.domain.report.CountedContacts;
import org.tagsmith.domain.report.LabelContacts;
import org.tagsmith.domain.report.UnmappedLabel;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/** Answers which labels wait for a meaning, the busiest first. Thread-safe. */
@ApplicationScoped
public class ReadUnmappedLabels {
  static final int MOST_LABELS = 1_000;

  private final CurrentContacts contacts;
  private final CurrentSubjects subjects;

  protected ReadUnmappedLabels() {
    this(null, null);
  }

  @Inject
  public ReadUnmappedLabels(CurrentContacts contacts, CurrentSubjects subjects) {
    this.contacts = contacts;
    this.subjects = subjects;
  }

  /**
   * The labels that contacts carry and the newest vocabulary gives no meaning, those of most
   * contacts first, each with up to five proposals.
   *
   * @param from how many of them were read before, 0 or more
   * @param limit 1 to 1,000
   * @param account only this one's contacts, or all
   * @throws IllegalArgumentException if the limit is out of its range
   */
  public List<UnmappedLabel> read(int from, int limit, Optional<HelpdeskAccountId> account) {
    if (limit < 1 || limit > MOST_LABELS) {
      throw new IllegalArgumentException(
          "The number of labels is 1 to %d, not %d".formatted(MOST_LABELS, limit));
    }
    CountedContacts now = contacts.read();
    return now.unmappedLabels(from, limit, account, subjects.alike(now));
  }

  /** Where and when contacts carry a label, whatever it means; nothing of one that none carries. */
  public LabelContacts contactsOf(String label) {
    return contacts.read().labelContacts(label);
  }

  /** How many such labels there are in all accounts. */
  public long count() {
    return count(Optional.empty());
  }

  /** How many such labels the contacts of one account, or of all, carry. */
  public long count(Optional<HelpdeskAccountId> account) {
    return contacts.read().unmappedCount(account);
  }
}
