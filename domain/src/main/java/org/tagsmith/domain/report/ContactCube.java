package org.tagsmith.domain.report;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/**
 * Contacts by account, day and set of labels, as they were at one moment: eight bytes a count.
 * Immutable; a refresh makes a new one that shares the days that did not change, so a reader never
 * sees half a refresh.
 */
public final class ContactCube {
  private final Map<Integer, AccountDays> accounts;

  private ContactCube(Map<Integer, AccountDays> accounts) {
    this.accounts = accounts;
  }

  /** Nothing counted yet. */
  public static ContactCube empty() {
    return new ContactCube(Map.of());
  }

  /** By account the version of the newest change in here. */
  public Map<Integer, Long> versions() {
    Map<Integer, Long> versions = new HashMap<>();
    accounts.forEach((account, days) -> versions.put(account, days.version));
    return versions;
  }

  /**
   * This cube with changed counts.
   *
   * @param table knows every set that the changes speak of
   */
  public ContactCube with(ContactDayChanges changes, TagSetTable table) {
    Map<Integer, TreeMap<Integer, DaySlice.Changes>> byAccount = new HashMap<>();
    DaySlice.Changes slice = null;
    for (int row = 0; row < changes.size(); row++) {
      if (row == 0
          || changes.account(row) != changes.account(row - 1)
          || changes.day(row) != changes.day(row - 1)) {
        slice =
            byAccount
                .computeIfAbsent(changes.account(row), account -> new TreeMap<>())
                .computeIfAbsent(changes.day(row), day -> new DaySlice.Changes());
      }
      slice.add(table.numberOf(changes.tagSetId(row)), changes.contacts(row));
    }
    Map<Integer, AccountDays> next = new HashMap<>(accounts);
    changes
        .versions()
        .forEach(
            (account, version) ->
                next.merge(
                    account,
                    AccountDays.NONE.with(byAccount.get(account), version),
                    (former, unused) -> former.with(byAccount.get(account), version)));
    return new ContactCube(next);
  }

  /** Shows each day of the period that has contacts, account by account, days ascending. */
  void read(int fromDay, int toDay, Optional<HelpdeskAccountId> account, DayReader reader) {
    accounts.forEach(
        (id, days) -> {
          if (account.isEmpty() || account.get().value() == id) {
            days.slices.subMap(fromDay, true, toDay, true).forEach(reader::day);
          }
        });
  }

  /** The newest day with a contact, in days since 1970. */
  Optional<Integer> newestDay(Optional<HelpdeskAccountId> account) {
    return accounts.entrySet().stream()
        .filter(entry -> account.isEmpty() || account.get().value() == entry.getKey())
        .filter(entry -> !entry.getValue().slices.isEmpty())
        .map(entry -> entry.getValue().slices.lastKey())
        .max(Integer::compare);
  }

  /** Takes what {@link #read} shows. */
  interface DayReader {
    /**
     * @param day days since 1970
     */
    void day(int day, DaySlice slice);
  }

  private static final class AccountDays {
    static final AccountDays NONE = new AccountDays(0, new TreeMap<>());

    private final long version;
    private final NavigableMap<Integer, DaySlice> slices;

    private AccountDays(long version, NavigableMap<Integer, DaySlice> slices) {
      this.version = version;
      this.slices = slices;
    }

    AccountDays with(Map<Integer, DaySlice.Changes> changes, long newVersion) {
      if (changes == null) {
        return new AccountDays(Math.max(version, newVersion), slices);
      }
      NavigableMap<Integer, DaySlice> next = new TreeMap<>(slices);
      changes.forEach(
          (day, changed) -> {
            DaySlice slice = changed.applyTo(slices.getOrDefault(day, DaySlice.NONE));
            if (slice.size() == 0) {
              next.remove(day);
            } else {
              next.put(day, slice);
            }
          });
      return new AccountDays(Math.max(version, newVersion), next);
    }
  }
}
