package org.tagsmith.domain.sync.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.tagsmith.domain.sync.DeskNames;

/**
 * The rows of {@code agent}, {@code agent_group} and {@code brand}; the last name read stays. Most
 * are known as they are: those are left out first, because an upsert locks and so writes every row
 * it meets.
 */
final class NameRows {
  private static final String PUT =
      """
      insert into %1$s (account_id, remote_id, name)
      select asked.account_id, read.*
      from (values (?::integer)) asked (account_id),
        unnest(?::bigint[], ?::text[]) read (remote_id, name)
      where (
        select held.name is not distinct from read.name
        from %1$s held
        where held.account_id = asked.account_id and held.remote_id = read.remote_id) is not true
      on conflict (account_id, remote_id) do update
      set name = excluded.name
      """;
  private static final String AGENTS = PUT.formatted("agent");
  private static final String GROUPS = PUT.formatted("agent_group");
  private static final String BRANDS = PUT.formatted("brand");

  private final Connection connection;
  private final int account;

  NameRows(Connection connection, int account) {
    this.connection = connection;
    this.account = account;
  }

  void put(DeskNames names) throws SQLException {
    put(AGENTS, names.agents());
    put(GROUPS, names.groups());
    put(BRANDS, names.brands());
  }

  private void put(String sql, Map<Long, String> names) throws SQLException {
    if (names.isEmpty()) {
      return;
    }
    // in ascending order, so that two servers wait for each other and never in a circle
    Map<Long, String> sorted = new TreeMap<>(names);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, account);
      statement.setObject(2, sorted.keySet().stream().mapToLong(Long::longValue).toArray());
      Object[] texts = sorted.values().stream().map(StorableText::of).toArray();
      statement.setArray(3, connection.createArrayOf("text", texts));
      statement.executeUpdate();
    }
  }
}
