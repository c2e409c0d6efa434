package org.tagsmith.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tagsmith.domain.schema.DatabaseForTests;

/** What Tagsmith keeps, to be compared with what the helpdesk holds. */
final class Books {
  private final DatabaseForTests database;

  Books(DatabaseForTests database) {
    this.database = database;
  }

  /** Fails unless every ticket, every count and the bookmark are as the helpdesk has it. */
  void assertAgreeWith(LivingHelpdesk helpdesk) {
    Map<Long, Set<String>> wanted = helpdesk.labels();
    Map<Long, Set<String>> stored = stored();
    assertThat(without(wanted.keySet(), stored.keySet())).as("lost tickets").isEmpty();
    assertThat(without(stored.keySet(), wanted.keySet())).as("surplus tickets").isEmpty();
    wanted.forEach(
        (ticket, labels) ->
            assertThat(stored.get(ticket)).as("labels of %d", ticket).isEqualTo(labels));
    assertThat(numbers("select remote_id from ticket where status = 6"))
        .as("deleted tickets")
        .containsExactlyInAnyOrderElementsOf(helpdesk.deleted());
    assertAgreeWithThemselves();
    helpdesk.assertAtTheEnd(texts("select cursor from sync_state").get(0));
    assertThat(texts("select phase from sync_state")).containsExactly("idle");
  }

  /** Fails unless the running totals are what a recount gives. */
  void assertAgreeWithThemselves() {
    assertThat(ticketsStored())
        .as("tickets_stored")
        .isEqualTo(number("select count(*) from ticket"));
    assertThat(
            number(
                """
                with recount as (
                  select account_id, (created_at at time zone 'UTC')::date as day, tag_set_id,
                    count(*) as contacts
                  from ticket where status <> 6 group by 1, 2, 3)
                select count(*)
                from recount r full join contact_day d using (account_id, day, tag_set_id)
                where coalesce(r.contacts, 0) <> coalesce(d.contacts, 0)
                """))
        .as("days and sets of labels whose contacts differ from a recount")
        .isZero();
  }

  /** From now on, {@link #pagesHeld} counts the pages of live reading that were kept or stored. */
  void countPages() {
    database.execute("create table page_held ()");
    database.execute(
        """
        create function note_page() returns trigger language plpgsql as
        'begin insert into page_held default values; return null; end'
        """);
    noteAfter("insert on kept_page for each row when (new.stream = 'live')");
    // the last page of a stream is not kept before it is stored; several others may be stored at
    // once
    noteAfter("update of cursor on sync_state for each row when (new.phase = 'idle')");
  }

  private void noteAfter(String what) {
    String event = what.substring(0, what.indexOf(' '));
    database.execute(
        "create trigger note_%s after %s execute function note_page()".formatted(event, what));
  }

  /** So many pages need not be asked for again. */
  long pagesHeld() {
    return number("select count(*) from page_held");
  }

  private static Set<Long> without(Set<Long> tickets, Set<Long> others) {
    Set<Long> rest = new TreeSet<>(tickets);
    rest.removeAll(others);
    return rest;
  }

  private Map<Long, Set<String>> stored() {
    return query(
            """
            select t.remote_id, array(
              select l.text from label l where l.id = any (s.label_ids)) as labels
            from ticket t join tag_set s on s.id = t.tag_set_id
            where t.status <> 6
            """,
            row -> Map.entry(row.getLong(1), Set.of((String[]) row.getArray(2).getArray())))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Distinct tickets as both streams have counted them. */
  long ticketsStored() {
    return number(
        "select s.tickets_stored + coalesce(b.tickets_added, 0)"
            + " from sync_state s left join backfill b using (account_id)");
  }

  /** One number. */
  long number(String sql) {
    return numbers(sql).get(0);
  }

  private List<Long> numbers(String sql) {
    return query(sql, row -> row.getLong(1));
  }

  /** One text of each row. */
  List<String> texts(String sql) {
    return query(sql, row -> row.getString(1));
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> query(String sql, Reading<T> reading) {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reading.of(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
