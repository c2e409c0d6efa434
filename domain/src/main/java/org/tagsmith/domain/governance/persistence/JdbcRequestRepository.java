package org.tagsmith.domain.governance.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.tagsmith.domain.governance.request.RequestRepository;
import org.tagsmith.domain.governance.request.TagRequest;
import org.tagsmith.domain.governance.request.Wanted;
import org.tagsmith.domain.ticket.TicketId;

/** Requests in their three tables. */
@ApplicationScoped
class JdbcRequestRepository implements RequestRepository {
  /** The advisory lock of who asks: two who ask for the same at once are one request. */
  private static final long ASKING = 0x7461_6773_0000_0003L;

  private static final String WAITS = "state in ('open', 'accepted')";

  private static final String ADD =
      """
      insert into tag_request (kind, name, purpose, words, asked_by, asked_at)
      values (?, ?, ?, ?, ?, ?) returning id
      """;

  private static final String ADD_TICKETS =
      """
      insert into request_ticket (request_id, account_id, ticket_id, named_by)
      select ?, account_id, ticket_id, ? from unnest(?, ?) as named (account_id, ticket_id)
      on conflict do nothing
      """;

  private static final String CHANGE =
      """
      update tag_request set state = ?, tag_id = ?, code = ?, reason = ?, overridden = ?,
        owner = ?, due_on = ?, changed_by = ?, changed_at = ?, version = version + 1
      where id = ?
      """;

  private static final String SET_THRESHOLD =
      """
      insert into request_threshold (contacts, changed_by, changed_at) values (?, ?, ?)
      on conflict (only_one) do update set contacts = excluded.contacts,
        changed_by = excluded.changed_by, changed_at = excluded.changed_at
      """;

  private final DataSource dataSource;

  JdbcRequestRepository() {
    this(null);
  }

  @Inject
  JdbcRequestRepository(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void lockAsking() {
    first("select pg_advisory_xact_lock(?)", row -> true, ASKING);
  }

  @Override
  public List<TagRequest> waiting(int most) {
    return requests("where " + WAITS + " order by id limit ?", most);
  }

  @Override
  public List<TagRequest> answered(int most) {
    return requests("where not " + WAITS + " order by changed_at desc, id desc limit ?", most);
  }

  @Override
  public List<TagRequest> of(String person, int most) {
    return requests(
        """
        where asked_by = ? or exists (select from request_ticket named
          where named.request_id = tag_request.id and named.named_by = ?)
        order by coalesce(changed_at, asked_at) desc, id desc limit ?
        """,
        person,
        person,
        most);
  }

  @Override
  public long countWaiting() {
    return first("select count(*) from tag_request where " + WAITS, row -> row.getLong(1))
        .orElseThrow();
  }

  @Override
  public long countWaiting(String askedBy) {
    return first(
            "select count(*) from tag_request where asked_by = ? and " + WAITS,
            row -> row.getLong(1),
            askedBy)
        .orElseThrow();
  }

  @Override
  public Optional<TagRequest> find(long id) {
    return requests("where id = ?", id).stream().findFirst();
  }

  @Override
  public Optional<TagRequest> lock(long id) {
    return requests("where id = ? for no key update", id).stream().findFirst();
  }

  @Override
  public long add(Wanted wanted, String by, Instant at) {
    return first(
            ADD,
            row -> row.getLong(1),
            wanted.kind().word(),
            wanted.name(),
            wanted.purpose(),
            wanted.words(),
            by,
            time(at))
        .orElseThrow();
  }

  @Override
  public void addTickets(long id, Set<TicketId> tickets, String by) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(ADD_TICKETS)) {
      List<TicketId> named = List.copyOf(tickets);
      statement.setLong(1, id);
      statement.setString(2, by);
      statement.setArray(3, accounts(connection, named));
      statement.setArray(4, numbers(connection, named));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The database did not keep the tickets of a request", e);
    }
  }

  @Override
  public void change(TagRequest request, String by, Instant at) {
    RequestRow row = RequestRow.of(request.answer());
    update(
        CHANGE,
        row.state(),
        row.tagId(),
        row.code(),
        row.reason(),
        row.overridden(),
        request.owner(),
        request.dueOn(),
        by,
        time(at),
        request.id());
  }

  @Override
  public Optional<Integer> threshold() {
    return first("select contacts from request_threshold", row -> row.getInt(1));
  }

  @Override
  public void setThreshold(int contacts, String by, Instant at) {
    update(SET_THRESHOLD, contacts, by, time(at));
  }

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private List<TagRequest> requests(String which, Object... parameters) {
    return query(RequestRow.SELECT + which, RequestRow::read, parameters);
  }

  private <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) {
    return query(sql, reader, parameters).stream().findFirst();
  }

  private <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> read = new ArrayList<>();
        while (rows.next()) {
          read.add(reader.read(rows));
        }
        return read;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database did not give the requests", e);
    }
  }

  private void update(String sql, Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, parameters);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The database did not keep what leads decided", e);
    }
  }

  private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  static Array accounts(Connection connection, Collection<TicketId> tickets) throws SQLException {
    return connection.createArrayOf(
        "integer", tickets.stream().map(each -> each.account().value()).toArray());
  }

  static Array numbers(Connection connection, Collection<TicketId> tickets) throws SQLException {
    return connection.createArrayOf("bigint", tickets.stream().map(TicketId::remoteId).toArray());
  }
}
