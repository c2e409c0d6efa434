package org.tagsmith.domain.governance.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.tagsmith.domain.governance.LabelsInUse;

/** Every label that was ever stored; few of them are on no ticket any more. */
@ApplicationScoped
class JdbcLabelsInUse implements LabelsInUse {
  private static final String ALL = "select text from label";
  private static final String NUMBERED = "select id, text from label";
  private static final String SETS =
      """
      select tag_set.label_ids, sum(contact_day.contacts)
      from contact_day join tag_set on tag_set.id = contact_day.tag_set_id
      group by tag_set.id
      """;
  private static final int AT_ONCE = 5_000;

  private final DataSource dataSource;

  JdbcLabelsInUse() {
    this(null);
  }

  @Inject
  JdbcLabelsInUse(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<String> all() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(ALL)) {
      statement.setFetchSize(AT_ONCE);
      List<String> labels = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          labels.add(rows.getString(1));
        }
      }
      return labels;
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  @Override
  public <G> Map<G, Carried> carried(Function<String, G> groupOf) {
    try (Connection connection = dataSource.getConnection()) {
      Map<Integer, G> groups = new HashMap<>();
      Map<G, Carried> carried = new HashMap<>();
      try (PreparedStatement statement = connection.prepareStatement(NUMBERED);
          ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          G group = groupOf.apply(rows.getString(2));
          if (group != null) {
            groups.put(rows.getInt(1), group);
            carried.merge(group, new Carried(1, 0), JdbcLabelsInUse::sum);
          }
        }
      }
      if (!groups.isEmpty()) {
        addContacts(connection, groups, carried);
      }
      return carried;
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static <G> void addContacts(
      Connection connection, Map<Integer, G> groups, Map<G, Carried> carried) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SETS);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        long contacts = rows.getLong(2);
        Set<G> met = new HashSet<>();
        for (Integer label : (Integer[]) rows.getArray(1).getArray()) {
          G group = groups.get(label);
          if (group != null && met.add(group)) {
            carried.merge(group, new Carried(0, contacts), JdbcLabelsInUse::sum);
          }
        }
      }
    }
  }

  private static Carried sum(Carried one, Carried other) {
    return new Carried(one.labels() + other.labels(), one.contacts() + other.contacts());
  }

  private static IllegalStateException unreadable(SQLException e) {
    return new IllegalStateException("The database did not tell the labels in use", e);
  }
}
