package org.tagsmith.domain.sync.persistence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.tagsmith.domain.sync.WaitingChanges.Entry;
import org.tagsmith.domain.sync.WaitingChanges.Planned;

/** Reads a waiting entry of the outbox. */
final class EntryRow {
  private EntryRow() {}

  static Entry of(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("id"),
        labels(row.getArray("add_labels")),
        labels(row.getArray("remove_labels")),
        row.getInt("attempts"),
        Sql.instant(row, "sent_at"),
        planned(row));
  }

  private static Planned planned(ResultSet row) throws SQLException {
    long plan = row.getLong("plan_id");
    return row.wasNull()
        ? null
        : new Planned(plan, row.getBoolean("takes_back"), row.getBoolean("begun"));
  }

  private static Set<String> labels(Array array) throws SQLException {
    return Set.of((String[]) array.getArray());
  }
}
