package org.tagsmith.domain.report.persistence;

import static org.tagsmith.domain.report.persistence.CopiedRows.integer;
import static org.tagsmith.domain.report.persistence.CopiedRows.longInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.tagsmith.domain.report.ContactDayChanges;
import org.tagsmith.domain.report.ContactDays;

/** Reads counts, a million rows at the first time, and the sets of labels that they speak of. */
@ApplicationScoped
class JdbcContactDays implements ContactDays {
  private static final String ACCOUNTS = "select id, rollup_version from helpdesk_account";
  private static final String COUNTS =
      """
      copy (
        select day - date '1970-01-01', tag_set_id, contacts, changed_in from contact_day
        where account_id = %d and changed_in > %d
      ) to stdout (format binary)""";
  private static final String TAG_SETS =
      "select id, label_ids from tag_set where id = any (?::integer[])";
  private static final String LABELS = "select id, text from label where id = any (?::integer[])";

  private static final int AT_ONCE = 10_000;

  private final DataSource dataSource;

  JdbcContactDays() {
    this(null);
  }

  @Inject
  JdbcContactDays(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public ContactDayChanges changesSince(Map<Integer, Long> known) {
    ContactDayChanges changes = new ContactDayChanges();
    try (Connection connection = dataSource.getConnection()) {
      for (Map.Entry<Integer, Long> account : versions(connection).entrySet()) {
        long seen = known.getOrDefault(account.getKey(), -1L);
        if (account.getValue() > seen) {
          changes.readUpTo(account.getKey(), account.getValue());
          copy(connection, account.getKey(), seen, changes);
        }
      }
      return changes;
    } catch (SQLException e) {
      throw new IllegalStateException("The database did not give the daily counts", e);
    }
  }

  @Override
  public Map<Integer, int[]> tagSets(Set<Integer> ids) {
    Map<Integer, int[]> sets = new HashMap<>(ids.size() * 2);
    read(
        TAG_SETS,
        ids,
        row ->
            sets.put(
                row.getInt(1),
                Arrays.stream((Integer[]) row.getArray(2).getArray())
                    .mapToInt(Integer::intValue)
                    .toArray()));
    return sets;
  }

  @Override
  public Map<Integer, String> labels(Set<Integer> ids) {
    Map<Integer, String> labels = new HashMap<>(ids.size() * 2);
    read(LABELS, ids, row -> labels.put(row.getInt(1), row.getString(2)));
    return labels;
  }

  private static Map<Integer, Long> versions(Connection connection) throws SQLException {
    Map<Integer, Long> versions = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(ACCOUNTS);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        versions.put(rows.getInt(1), rows.getLong(2));
      }
    }
    return versions;
  }

  /**
   * Transactions of one account commit in the order of their versions, so rows up to the newest
   * version seen are complete.
   */
  private static void copy(Connection connection, int account, long seen, ContactDayChanges changes)
      throws SQLException {
    CopiedRows.read(
        connection,
        COUNTS.formatted(account, seen),
        row -> {
          int day = integer(row);
          int tagSetId = integer(row);
          changes.add(account, day, tagSetId, integer(row));
          changes.readUpTo(account, longInteger(row));
        });
  }

  private void read(String sql, Set<Integer> ids, RowReader reader) {
    List<Integer> all = List.copyOf(ids);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int from = 0; from < all.size(); from += AT_ONCE) {
        List<Integer> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
        statement.setObject(1, some.stream().mapToInt(Integer::intValue).toArray());
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            reader.read(rows);
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database did not give the sets of labels", e);
    }
  }

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }
}
