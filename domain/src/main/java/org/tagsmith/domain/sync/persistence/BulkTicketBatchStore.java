package org.tagsmith.domain.sync.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.util.PSQLException;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.LookedAt;
import org.tagsmith.domain.sync.StoredBatch;
import org.tagsmith.domain.sync.TicketBatch;
import org.tagsmith.domain.sync.TicketBatchStore;
import org.tagsmith.domain.ticket.TicketRating;
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.domain.ticket.TicketStatus;

/**
 * Stores a page in a handful of statements. The account's row is held from the first of them to the
 * end of the transaction, so that what is read stays true until it is written.
 */
@ApplicationScoped
class BulkTicketBatchStore implements TicketBatchStore {
  /**
   * Holds the account and asks what became of earlier transactions. Tables are not read whole in
   * this transaction: a plan that was made and kept while a table was nearly empty would otherwise
   * do so for each ticket when there are millions.
   */
  private static final String HOLD =
      """
      select rollup_version, pg_current_xact_id()::text::bigint,
        array(select coalesce(pg_xact_status(earlier.id::text::xid8), '')
          from unnest(?::bigint[]) with ordinality earlier (id, n) order by n),
        set_config('enable_seqscan', 'off', true)
      from helpdesk_account where id = ? for no key update
      """;

  private static final String COUNT_UP =
      "update helpdesk_account set rollup_version = ? where id = ?";

  private static final String CONTACTS_CHANGED =
      "update helpdesk_account set contact_version = contact_version + 1 where id = ?";

  private static final System.Logger LOG = System.getLogger(BulkTicketBatchStore.class.getName());

  private final DataSource dataSource;
  private final KnownIds known = new KnownIds();

  BulkTicketBatchStore() {
    this(null);
  }

  @Inject
  BulkTicketBatchStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public StoredBatch store(HelpdeskAccount account, TicketBatch batch) {
    return store(
        account,
        new LookedAt(batch.tickets(), batch.contacts(), batch.customers(), batch.names(), Set.of()),
        batch.ratings());
  }

  @Override
  public StoredBatch store(HelpdeskAccount account, LookedAt looked) {
    return store(account, looked, List.of());
  }

  @Override
  public void distrust(HelpdeskAccount account, Collection<Long> tickets) {
    int id = account.id().value();
    try (Connection connection = inTransaction()) {
      long version = hold(connection, account).rollupVersion() + 1;
      Set<Integer> days = new TicketRows(connection, id).distrust(tickets);
      if (!days.isEmpty()) {
        DayRecount.of(connection, id, days, version);
        countUp(connection, id, version);
      }
    } catch (SQLException e) {
      known.forget();
      throw new IllegalStateException(
          "The database did not do what it was asked for account " + id, withoutRows(e));
    }
  }

  private Connection inTransaction() throws SQLException {
    Connection connection = dataSource.getConnection();
    if (connection.getAutoCommit()) {
      connection.close();
      throw new IllegalStateException("A page is stored inside a transaction; there is none");
    }
    return connection;
  }

  private StoredBatch store(HelpdeskAccount account, LookedAt batch, List<TicketRating> rated) {
    int id = account.id().value();
    try (Connection connection = inTransaction()) {
      Held held = hold(connection, account);
      PeopleRows people = new PeopleRows(connection, id);
      people.putCustomers(batch.customers());
      if (people.putContacts(batch.contacts()) > 0) {
        contactsChanged(connection, id);
      }
      new NameRows(connection, id).put(batch.names());
      RatingRows ratings = new RatingRows(connection, id);
      StoredBatch stored = storeTickets(connection, id, held, batch.tickets(), ratings);
      ratings.put(rated);
      return batch.gone().isEmpty() ? stored : stored.and(bury(connection, id, held, batch.gone()));
    } catch (SQLException e) {
      known.forget();
      throw new IllegalStateException(
          "The database did not store a page of account " + id, withoutRows(e));
    }
  }

  /** Says so to whoever joins customers. */
  private static void contactsChanged(Connection connection, int account) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CONTACTS_CHANGED)) {
      statement.setInt(1, account);
      statement.executeUpdate();
    }
  }

  private StoredBatch storeTickets(
      Connection connection,
      int account,
      Held held,
      List<TicketSnapshot> snapshots,
      RatingRows ratings)
      throws SQLException {
    Map<Long, TicketSnapshot> latest = latest(snapshots);
    if (latest.isEmpty()) {
      return StoredBatch.NOTHING;
    }
    TicketRows rows = new TicketRows(connection, account);
    Map<Long, HeldTicket> before = rows.held(latest.keySet());
    List<TicketSnapshot> candidates = new ArrayList<>(latest.size());
    int added = 0;
    int stale = 0;
    for (TicketSnapshot snapshot : latest.values()) {
      HeldTicket former = before.get(snapshot.remoteId());
      added += former == null ? 1 : 0;
      if (former == null || former.compareWith(snapshot) >= 0) {
        candidates.add(snapshot);
      } else {
        before.remove(snapshot.remoteId());
        stale++;
      }
    }
    int[] candidateSets =
        new TagSetLookup(connection, held.known())
            .idsOf(candidates.stream().map(TicketSnapshot::labels).toList());
    List<TicketSnapshot> changed = new ArrayList<>(candidates.size());
    int[] tagSets = new int[candidateSets.length];
    for (int i = 0; i < candidateSets.length; i++) {
      TicketSnapshot snapshot = candidates.get(i);
      HeldTicket former = before.get(snapshot.remoteId());
      if (former != null && former.says(snapshot, candidateSets[i])) {
        before.remove(snapshot.remoteId());
      } else {
        tagSets[changed.size()] = candidateSets[i];
        changed.add(
            former == null ? snapshot : snapshot.with(snapshot.facts().over(former.facts())));
      }
    }
    rows.put(changed, tagSets, before.keySet());
    ratings.putOf(changed, before);
    count(connection, account, held, countsOf(changed, tagSets, before));
    return new StoredBatch(changed.size(), added, stale);
  }

  /** A ticket that is gone keeps what we know of it, but is no contact any more. */
  private static int bury(Connection connection, int account, Held held, Set<Long> gone)
      throws SQLException {
    DayCounts counts = new DayCounts();
    List<TicketRows.Grave> graves = new TicketRows(connection, account).bury(gone);
    graves.forEach(grave -> counts.add(grave.day(), grave.tagSetId(), -1));
    count(connection, account, held, counts);
    return graves.size();
  }

  private static Map<Long, TicketSnapshot> latest(List<TicketSnapshot> snapshots) {
    Map<Long, TicketSnapshot> latest = new LinkedHashMap<>(snapshots.size() * 2);
    for (TicketSnapshot snapshot : snapshots) {
      latest.merge(
          snapshot.remoteId(),
          snapshot,
          (earlier, next) ->
              HeldTicket.replaces(next, earlier)
                  ? next.with(next.facts().over(earlier.facts()))
                  : earlier);
    }
    return latest;
  }

  private static DayCounts countsOf(
      List<TicketSnapshot> changed, int[] tagSets, Map<Long, HeldTicket> before) {
    DayCounts counts = new DayCounts();
    for (int i = 0; i < changed.size(); i++) {
      TicketSnapshot ticket = changed.get(i);
      if (ticket.status() != TicketStatus.DELETED) {
        counts.add(HeldTicket.dayOf(ticket.createdAt()), tagSets[i], 1);
      }
    }
    for (HeldTicket former : before.values()) {
      if (former.isCounted()) {
        counts.add(former.day(), former.tagSetId(), -1);
      }
    }
    return counts;
  }

  private static void count(Connection connection, int account, Held held, DayCounts counts)
      throws SQLException {
    if (counts.isEmpty()) {
      return;
    }
    long version = held.rollupVersion() + 1;
    Set<Integer> wrong = counts.apply(connection, account, version);
    if (!wrong.isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Account {0}: rows were changed by somebody else; the contacts of {1} days are counted"
              + " anew",
          account,
          wrong.size());
      DayRecount.of(connection, account, wrong, version);
    }
    countUp(connection, account, version);
  }

  private static void countUp(Connection connection, int account, long version)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COUNT_UP)) {
      statement.setLong(1, version);
      statement.setInt(2, account);
      statement.executeUpdate();
    }
  }

  private Held hold(Connection connection, HelpdeskAccount account) throws SQLException {
    long[] undecided = known.undecided();
    try (PreparedStatement statement = connection.prepareStatement(HOLD)) {
      statement.setObject(1, undecided);
      statement.setInt(2, account.id().value());
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          throw new IllegalStateException("There is no helpdesk account " + account.id().value());
        }
        String[] fates = (String[]) rows.getArray(3).getArray();
        for (int i = 0; i < undecided.length; i++) {
          settle(undecided[i], fates[i]);
        }
        return new Held(rows.getLong(1), known.in(rows.getLong(2)));
      }
    }
  }

  private void settle(long transaction, String fate) {
    if (fate.equals("committed")) {
      known.committed(transaction);
    } else if (!fate.equals("in progress")) {
      known.rolledBack(transaction);
    }
  }

  /** The server's details quote rows, and rows hold what customers wrote. */
  private static SQLException withoutRows(SQLException failure) {
    String message =
        failure instanceof PSQLException fromServer && fromServer.getServerErrorMessage() != null
            ? fromServer.getServerErrorMessage().getMessage()
            : failure.getMessage();
    SQLException clean = new SQLException(message, failure.getSQLState(), failure.getErrorCode());
    clean.setStackTrace(failure.getStackTrace());
    return clean;
  }

  private record Held(long rollupVersion, KnownIds.View known) {}
}
