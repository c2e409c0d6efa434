package org.tagsmith.domain.sync.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * By how much one page changes the contacts of a day and a tag set, and how {@code contact_day}
 * gets to know. For one thread.
 */
final class DayCounts {
  private static final String MORE =
      """
      insert into contact_day as held (account_id, day, tag_set_id, contacts, changed_in)
      select ?, date '1970-01-01' + more.day, more.tag_set_id, more.contacts, ?
      from unnest(?::integer[], ?::integer[], ?::integer[]) more (day, tag_set_id, contacts)
      on conflict (account_id, day, tag_set_id) do update
      set contacts = held.contacts + excluded.contacts, changed_in = excluded.changed_in
      """;
  private static final String FEWER =
      """
      update contact_day set contacts = contact_day.contacts + fewer.contacts, changed_in = ?
      from unnest(?::integer[], ?::integer[], ?::integer[]) fewer (day, tag_set_id, contacts)
      where contact_day.account_id = ? and contact_day.day = date '1970-01-01' + fewer.day
        and contact_day.tag_set_id = fewer.tag_set_id
        and contact_day.contacts + fewer.contacts >= 0
      """;

  private final Map<Long, Integer> changes = new TreeMap<>();

  /**
   * @param day days since 1970
   * @param contacts how many more, below zero for fewer
   */
  void add(int day, int tagSetId, int contacts) {
    changes.merge((long) day << 32 | tagSetId, contacts, Integer::sum);
  }

  /** Whether all changes cancel out. */
  boolean isEmpty() {
    return changes.values().stream().allMatch(contacts -> contacts == 0);
  }

  /**
   * Applies the changes.
   *
   * @param version the account's new roll-up version
   * @return the days of which fewer contacts were counted than the tickets call for, so that they
   *     must be counted anew; empty if all is well
   */
  Set<Integer> apply(Connection connection, int account, long version) throws SQLException {
    Columns more = columns(1);
    if (more.size() > 0) {
      try (PreparedStatement statement = connection.prepareStatement(MORE)) {
        statement.setInt(1, account);
        statement.setLong(2, version);
        more.set(statement, 3);
        statement.executeUpdate();
      }
    }
    Columns fewer = columns(-1);
    if (fewer.size() > 0) {
      try (PreparedStatement statement = connection.prepareStatement(FEWER)) {
        statement.setLong(1, version);
        fewer.set(statement, 2);
        statement.setInt(5, account);
        if (statement.executeUpdate() != fewer.size()) {
          return Arrays.stream(fewer.days()).boxed().collect(Collectors.toSet());
        }
      }
    }
    return Set.of();
  }

  private Columns columns(int sign) {
    long[] keys =
        changes.entrySet().stream()
            .filter(change -> Integer.signum(change.getValue()) == sign)
            .mapToLong(Map.Entry::getKey)
            .toArray();
    int[] days = new int[keys.length];
    int[] tagSets = new int[keys.length];
    int[] contacts = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      days[i] = (int) (keys[i] >> 32);
      tagSets[i] = (int) keys[i];
      contacts[i] = changes.get(keys[i]);
    }
    return new Columns(days, tagSets, contacts);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Columns(int[] days, int[] tagSets, int[] contacts) {
    int size() {
      return days.length;
    }

    void set(PreparedStatement statement, int first) throws SQLException {
      statement.setObject(first, days);
      statement.setObject(first + 1, tagSets);
      statement.setObject(first + 2, contacts);
    }
  }
}
