package org.tagsmith.domain.sync.usecase;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.schema.TransactionsForTests;
import org.tagsmith.domain.sync.Backfill;
import org.tagsmith.domain.sync.BackfillRepository;
import org.tagsmith.domain.sync.Connector;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskAccountRepository;
import org.tagsmith.domain.sync.InMemoryConnector;
import org.tagsmith.domain.sync.KeptPage;
import org.tagsmith.domain.sync.LookRepository;
import org.tagsmith.domain.sync.LookedAt;
import org.tagsmith.domain.sync.OutboxRepository;
import org.tagsmith.domain.sync.SyncRunRepository;
import org.tagsmith.domain.sync.SyncState;
import org.tagsmith.domain.sync.SyncStateRepository;
import org.tagsmith.domain.sync.TicketBatchStore;
import org.tagsmith.domain.sync.http.Pause;
import org.tagsmith.domain.sync.persistence.SyncStoresForTests;
import org.tagsmith.domain.sync.plan.PlanEntries;

/**
 * The whole of sync on a real database and a helpdesk in memory, where every call of a store can be
 * made to fail before or after it took effect.
 */
final class SyncTrial {
  /** A process that is killed: nothing of ours runs after it. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed(String at) {
      super("killed " + at);
    }
  }

  /** Decides whether a call goes wrong. */
  interface Fate {
    /**
     * Called before and after each call of a store.
     *
     * @param moment such as {@code before advance} or {@code after store}
     */
    void at(String moment);
  }

  final DatabaseForTests database;
  final TransactionsForTests transactions;
  final HelpdeskAccountRepository accounts;
  final SyncStateRepository states;
  final BackfillRepository backfills;
  final OutboxRepository outbox;
  final LookRepository looks;
  final HelpdeskAccount account;
  final InMemoryConnector helpdesk;

  private volatile Fate fate = moment -> {};
  private volatile Pause pause =
      length -> {
        throw new AssertionError("Nobody said that there is something to wait for");
      };

  /** Begins with an empty database, and a helpdesk in memory. */
  SyncTrial(DatabaseForTests database, int tickets, int pageSize) {
    this(database, InMemoryConnector.ID, InMemoryConnector.SUBDOMAIN, tickets, pageSize);
  }

  /** Begins with an empty database, for an account whose connector is given to each method. */
  SyncTrial(DatabaseForTests database, ConnectorId connector, String subdomain) {
    this(database, connector, subdomain, 0, 1);
  }

  private SyncTrial(
      DatabaseForTests database,
      ConnectorId connector,
      String subdomain,
      int tickets,
      int pageSize) {
    this.database = database;
    database.execute(
        "truncate helpdesk_account, kept_page, label, tag_set restart identity cascade");
    transactions = new TransactionsForTests(database);
    accounts = SyncStoresForTests.accounts(database.dataSource());
    states = SyncStoresForTests.states(database.dataSource());
    backfills = SyncStoresForTests.backfills(database.dataSource());
    outbox = SyncStoresForTests.outbox(database.dataSource());
    looks = SyncStoresForTests.looks(database.dataSource());
    account = accounts.connect(connector, subdomain);
    helpdesk = new InMemoryConnector(account, tickets, pageSize);
  }

  /** How a backfill waits. */
  void pause(Pause next) {
    pause = next;
  }

  void fate(Fate next) {
    fate = next;
  }

  /** Something happens outside the stores. */
  void at(String moment) {
    fate.at(moment);
  }

  /** A server of its own: nothing but the database is shared with another one. */
  SyncTickets server() {
    return server(helpdesk);
  }

  /** A server with another connector than the usual one. */
  SyncTickets server(Connector connector) {
    SyncStateRepository fatefulStates = fateful(SyncStateRepository.class, states);
    SyncRunRepository runs =
        fateful(SyncRunRepository.class, SyncStoresForTests.runs(database.dataSource()));
    TicketBatchStore tickets =
        fateful(TicketBatchStore.class, SyncStoresForTests.tickets(database.dataSource()));
    return new SyncTickets(
        accounts,
        new Connectors(List.of(connector)),
        fatefulStates,
        runs,
        storePage(runs, tickets),
        new StartTimes(name -> Optional.empty()),
        new ReadingThreads());
  }

  /** A server that reads backfills, and stores each page by itself. */
  BackfillTickets backfiller() {
    return backfiller(0);
  }

  /** A server that gathers pages of a backfill until they hold so many tickets. */
  BackfillTickets backfiller(int enough) {
    SyncRunRepository runs =
        fateful(SyncRunRepository.class, SyncStoresForTests.runs(database.dataSource()));
    TicketBatchStore tickets =
        fateful(TicketBatchStore.class, SyncStoresForTests.tickets(database.dataSource()));
    return new BackfillTickets(
        fateful(BackfillRepository.class, backfills),
        new Connectors(List.of(helpdesk)),
        runs,
        storePage(runs, tickets),
        new ReadingThreads(),
        pause,
        enough);
  }

  /** What opens both streams, at the clock's time. */
  OpenStreams opener(Clock clock) {
    return new OpenStreams(
        accounts,
        fateful(BackfillRepository.class, backfills),
        new Connectors(List.of(helpdesk)),
        new StartTimes(name -> Optional.empty()),
        clock);
  }

  /** What an admin does to backfills, at the clock's time. */
  SteerBackfill steerBackfill(Clock clock) {
    return new SteerBackfill(
        new FindAccount(accounts, new OperatorsAccounts(new Connectors(List.of(helpdesk)))),
        backfills,
        opener(clock));
  }

  private StorePage storePage(SyncRunRepository runs, TicketBatchStore tickets) {
    return new StorePage(runs, tickets) {
      @Override
      StoredPage store(
          LeasedStream stream, OptionalLong run, List<KeptPage> pages, Duration lease) {
        fate.at("before the transaction");
        StoredPage stored =
            transactions.required(
                () -> {
                  StoredPage done = super.store(stream, run, pages, lease);
                  fate.at("before the commit");
                  return done;
                });
        fate.at("after the commit");
        return stored;
      }
    };
  }

  WriteBackLabels writer() {
    return writer(helpdesk);
  }

  /** A writer with another connector than the usual one. */
  WriteBackLabels writer(Connector connector) {
    OutboxRepository fatefulOutbox = fateful(OutboxRepository.class, outbox);
    return new WriteBackLabels(
        accounts,
        new Connectors(List.of(connector)),
        fatefulOutbox,
        new ReadingThreads(),
        new PlannedChanges(
            SyncStoresForTests.plans(database.dataSource()),
            fateful(PlanEntries.class, SyncStoresForTests.planEntries(database.dataSource())),
            fatefulOutbox));
  }

  LookAtTickets looker() {
    LookRepository fatefulLooks = fateful(LookRepository.class, looks);
    TicketBatchStore tickets =
        fateful(TicketBatchStore.class, SyncStoresForTests.tickets(database.dataSource()));
    StoreLook storeLook =
        new StoreLook(fatefulLooks, fateful(SyncStateRepository.class, states), tickets) {
          @Override
          boolean store(
              HelpdeskAccount of,
              String holder,
              List<LookRepository.Entry> entries,
              LookedAt looked,
              Duration lease) {
            fate.at("before the transaction");
            boolean stored =
                transactions.required(
                    () -> {
                      boolean done = super.store(of, holder, entries, looked, lease);
                      fate.at("before the commit");
                      return done;
                    });
            fate.at("after the commit");
            return stored;
          }
        };
    return new LookAtTickets(accounts, new Connectors(List.of(helpdesk)), fatefulLooks, storeLook);
  }

  Backfill backfill() {
    return backfills.find(account.id()).orElseThrow();
  }

  SyncState state() {
    return states.find(account.id()).orElseThrow();
  }

  /** Lets leases and pauses be over, as if time had passed. */
  void letTimePass() {
    database.execute(
        "update sync_state set lease_until = lease_until - interval '1 day',"
            + " waiting_until = waiting_until - interval '1 day'");
    database.execute(
        "update backfill set lease_until = lease_until - interval '1 day',"
            + " waiting_until = waiting_until - interval '1 day'");
    database.execute(
        "update write_back set lease_until = lease_until - interval '1 day',"
            + " paused_until = paused_until - interval '1 day'");
    database.execute(
        "update looking set lease_until = lease_until - interval '1 day',"
            + " paused_until = paused_until - interval '1 day'");
    database.execute("update ticket_to_look_at set due_at = due_at - interval '1 day'");
    database.execute(
        "update outbox_entry set next_attempt_at = next_attempt_at - interval '1 day'");
  }

  /** Moves what was written and delivered into the past, so far that no delivery is missing. */
  void letDeliveriesArrive() {
    database.execute(
        "update outbox_entry set sent_at = sent_at - interval '1 minute',"
            + " finished_at = finished_at - interval '1 minute' where state = 'written'");
    database.execute("update delivery_seen set seen_at = seen_at - interval '1 minute'");
  }

  /** The labels of every stored ticket that is not deleted. */
  Map<Long, Set<String>> stored() {
    String sql =
        """
        select t.remote_id, array(
          select l.text from label l where l.id = any (s.label_ids)) as labels
        from ticket t join tag_set s on s.id = t.tag_set_id
        where t.status <> 6
        """;
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      Map<Long, Set<String>> stored = new HashMap<>();
      while (rows.next()) {
        stored.put(rows.getLong(1), Set.of((String[]) rows.getArray(2).getArray()));
      }
      return stored;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One number. */
  long number(String sql) {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** How many days and sets of labels have other contacts than a recount gives. */
  long countsThatDifferFromARecount() {
    return number(
        """
        with recount as (
          select account_id, (created_at at time zone 'UTC')::date as day, tag_set_id,
            count(*) as contacts
          from ticket where status <> 6 group by 1, 2, 3)
        select count(*)
        from recount r full join contact_day d using (account_id, day, tag_set_id)
        where coalesce(r.contacts, 0) <> coalesce(d.contacts, 0)
        """);
  }

  private <T> T fateful(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              fate.at("before " + method.getName());
              Object result;
              try {
                result = method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              fate.at("after " + method.getName());
              return result;
            }));
  }
}
