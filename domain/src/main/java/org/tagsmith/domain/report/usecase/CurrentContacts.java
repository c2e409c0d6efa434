package org.tagsmith.domain.report.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.locks.ReentrantLock;
import org.tagsmith.domain.report.ContactCube;
import org.tagsmith.domain.report.ContactDayChanges;
import org.tagsmith.domain.report.ContactDays;
import org.tagsmith.domain.report.ContactsNow;
import org.tagsmith.domain.report.CountedContacts;
import org.tagsmith.domain.report.TagSetMeanings;
import org.tagsmith.domain.report.TagSetTable;
import org.tagsmith.domain.vocabulary.VocabularyReader;
import org.tagsmith.domain.vocabulary.usecase.CurrentVocabulary;

/**
 * Keeps the daily counts and the meanings of the sets of labels in memory, and brings both up to
 * date whenever somebody asks. Thread-safe: who asks while another refreshes waits and gets the
 * refreshed one.
 */
@ApplicationScoped
public class CurrentContacts implements ContactsNow {
  private final ContactDays contactDays;
  private final CurrentVocabulary vocabulary;
  private final ReentrantLock refreshing = new ReentrantLock();

  private ContactCube cube = ContactCube.empty();
  private TagSetTable table = TagSetTable.empty();
  private TagSetMeanings meanings;

  protected CurrentContacts() {
    this(null, null);
  }

  @Inject
  public CurrentContacts(ContactDays contactDays, CurrentVocabulary vocabulary) {
    this.contactDays = contactDays;
    this.vocabulary = vocabulary;
  }

  /**
   * What is counted now, under the newest vocabulary. The first call reads all counts, about a
   * second for a million; a call after a publication interprets the distinct labels anew.
   */
  @Override
  public CountedContacts read() {
    VocabularyReader reader = vocabulary.read();
    refreshing.lock();
    try {
      ContactDayChanges changes = contactDays.changesSince(cube.versions());
      if (!changes.isEmpty()) {
        table = table.knowing(changes, contactDays);
        cube = cube.with(changes, table);
      }
      meanings =
          meanings == null || isNewer(reader, meanings.reader())
              ? TagSetMeanings.of(reader, table)
              : meanings.extendedTo(table);
      return new CountedContacts(cube, meanings);
    } finally {
      refreshing.unlock();
    }
  }

  private static boolean isNewer(VocabularyReader reader, VocabularyReader known) {
    return reader.vocabulary().version() > known.vocabulary().version();
  }
}
