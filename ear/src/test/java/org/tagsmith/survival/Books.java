package org.tagsmith.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.sandbox.desk.Journal;
import org.tagsmith.sandbox.zendesk.SandboxZendesk;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;

/** What Tagsmith keeps, to be compared with what the helpdesk holds. */
final class Books {
  private final DatabaseForTests database;

  Books(DatabaseForTests database) {
    this.database = database;
  }

  /** Fails unless every ticket, every count and the bookmark are as the helpdesk has it. */
  void assertAgreeWith(SandboxZendesk helpdesk) {
    Map<Long, Set<String>> wanted = new HashMap<>();
    Map<Long, Set<String>> stored = stored();
    helpdesk
        .tickets()
        .all()
        .filter(ticket -> !ticket.deleted())
        .forEach(ticket -> wanted.put(ticket.id(), Set.copyOf(ticket.tags())));
    assertThat(without(wanted.keySet(), stored.keySet())).as("lost tickets").isEmpty();
    assertThat(without(stored.keySet(), wanted.keySet())).as("surplus tickets").isEmpty();
    wanted.forEach(
        (ticket, labels) ->
            assertThat(stored.get(ticket)).as("labels of %d", ticket).isEqualTo(labels));
    assertThat(numbers("select remote_id from ticket where status = 6"))
        .as("deleted tickets")
        .containsExactlyInAnyOrderElementsOf(
            helpdesk
                .tickets()
                .all()
                .filter(SandboxTicket::deleted)
                .map(SandboxTicket::id)
                .toList());
    assertAgreeWithThemselves();
    assertAtTheEndOf(helpdesk.journal());
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

  private void assertAtTheEndOf(Journal journal) {
    List<Journal.Call> pages = journal.calls(call -> call.path().contains("/incremental/"));
    Journal.Call last = pages.get(pages.size() - 1);
    assertThat(last.tickets()).as("tickets behind the last bookmark").isZero();
    String bookmark = URLDecoder.decode(last.query(), StandardCharsets.UTF_8);
    // an account that is read by two streams and has no news is asked from where live began
    String cursor = bookmark.replaceFirst("(?:.*&)?(?:cursor|start_time)=([^&]*).*", "$1");
    assertThat(texts("select cursor from sync_state").get(0)).as("bookmark").endsWith(":" + cursor);
    assertThat(texts("select phase from sync_state")).containsExactly("idle");
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
