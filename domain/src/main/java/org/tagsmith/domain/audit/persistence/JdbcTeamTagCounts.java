package org.tagsmith.domain.audit.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.tagsmith.domain.audit.TeamTagCounts;
import org.tagsmith.domain.vocabulary.VocabularyReader;

/** Counts tickets by group and set of labels, and reads each distinct set once. */
@ApplicationScoped
class JdbcTeamTagCounts implements TeamTagCounts {
  private static final String COUNTS =
      """
      with counted as (
        select account_id, group_id, tag_set_id, count(*) as contacts
        from ticket
        where created_at >= ? and created_at < ? and status <> 6
        group by account_id, group_id, tag_set_id
      )
      select account_id, group_id, contacts,
        array(select label.text from label where label.id = any (tag_set.label_ids))
      from counted join tag_set on tag_set.id = counted.tag_set_id
      """;
  private static final String NAMES = "select account_id, remote_id, name from agent_group";

  private final DataSource dataSource;

  JdbcTeamTagCounts() {
    this(null);
  }

  @Inject
  JdbcTeamTagCounts(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<Count> between(LocalDate from, LocalDate to, VocabularyReader reader) {
    Map<List<String>, List<Integer>> meanings = new HashMap<>();
    List<Count> counts = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(COUNTS)) {
      statement.setObject(1, from.atStartOfDay().atOffset(ZoneOffset.UTC));
      statement.setObject(2, to.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          List<String> labels = Arrays.asList((String[]) rows.getArray(4).getArray());
          counts.add(
              new Count(
                  new Team(rows.getInt(1), rows.getLong(2)),
                  meanings.computeIfAbsent(labels, set -> reader.read(set).houseTagIds()),
                  rows.getLong(3)));
        }
      }
      return counts;
    } catch (SQLException e) {
      throw new IllegalStateException("The database did not count what teams tag", e);
    }
  }

  @Override
  public Map<Team, String> names() {
    Map<Team, String> names = new HashMap<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(NAMES);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        names.put(new Team(rows.getInt(1), rows.getLong(2)), rows.getString(3));
      }
      return names;
    } catch (SQLException e) {
      throw new IllegalStateException("The database did not give the names of teams", e);
    }
  }
}
