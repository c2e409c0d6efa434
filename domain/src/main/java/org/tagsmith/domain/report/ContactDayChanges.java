package org.tagsmith.domain.report;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts that changed, in columns: a first load brings a million. Filled by one thread, then only
 * read.
 */
public final class ContactDayChanges {
  private int[] accounts = new int[256];
  private int[] days = new int[256];
  private int[] tagSets = new int[256];
  private int[] contacts = new int[256];
  private int size;
  private final Map<Integer, Long> versions = new HashMap<>();

  /**
   * Adds the count of one day and set of labels; it stands in for whatever was known of them.
   *
   * @param day days since 1970
   */
  public void add(int account, int day, int tagSetId, int contactsThen) {
    if (size == accounts.length) {
      accounts = Arrays.copyOf(accounts, size * 2);
      days = Arrays.copyOf(days, size * 2);
      tagSets = Arrays.copyOf(tagSets, size * 2);
      contacts = Arrays.copyOf(contacts, size * 2);
    }
    accounts[size] = account;
    days[size] = day;
    tagSets[size] = tagSetId;
    contacts[size] = contactsThen;
    size++;
  }

  /** Notes up to which version this account's changes are complete. */
  public void readUpTo(int account, long version) {
    versions.merge(account, version, Math::max);
  }

  /** Whether no account has moved. */
  public boolean isEmpty() {
    return size == 0 && versions.isEmpty();
  }

  int size() {
    return size;
  }

  int account(int row) {
    return accounts[row];
  }

  int day(int row) {
    return days[row];
  }

  int tagSetId(int row) {
    return tagSets[row];
  }

  int contacts(int row) {
    return contacts[row];
  }

  Map<Integer, Long> versions() {
    return versions;
  }
}
