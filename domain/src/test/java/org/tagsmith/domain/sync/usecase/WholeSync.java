package org.tagsmith.domain.sync.usecase;

import java.util.Map;
import java.util.Set;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.sync.Connector;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.OutboxRepository.OutboxCounts;
import org.tagsmith.domain.sync.SyncOutcome;
import org.tagsmith.domain.sync.SyncOutcome.Ending;
import org.tagsmith.domain.ticket.TicketId;

/**
 * Reading and writing from the timer's turn to the tables, on a real database, for the tests of
 * connectors. Begins with an empty database.
 */
public final class WholeSync {
  /** More turns than any failure takes. */
  private static final int MOST_TURNS = 60;

  private final SyncTrial trial;
  private final Connector connector;

  /**
   * Begins.
   *
   * @param account as the connector's tests know it; the first of the database
   */
  public WholeSync(DatabaseForTests database, HelpdeskAccount account, Connector connector) {
    this.trial = new SyncTrial(database, account.connector(), account.subdomain());
    this.connector = connector;
  }

  /** One turn of reading; afterwards every pause is over. */
  public SyncOutcome read() {
    return readWith(connector);
  }

  /** The same by a server that has just come up, with a connector of its own. */
  public SyncOutcome readWith(Connector fresh) {
    SyncOutcome outcome = trial.server(fresh).sync(trial.account.id());
    if (outcome.ending() != Ending.UP_TO_DATE) {
      trial.letTimePass();
    }
    return outcome;
  }

  /**
   * Turns of reading until nothing is newer.
   *
   * @return how many turns failed
   */
  public int readAll() {
    for (int failed = 0; failed < MOST_TURNS; failed++) {
      if (read().ending() == Ending.UP_TO_DATE) {
        return failed;
      }
    }
    throw new AssertionError("Reading did not end: " + trial.state());
  }

  /** An agent decides. */
  public void decide(long ticket, Set<String> add, Set<String> remove) {
    trial.outbox.enqueue(new TicketId(trial.account.id(), ticket), add, remove, "anna");
  }

  /** One turn of writing; afterwards every pause is over. */
  public void write() {
    trial.writer(connector).writeDue(trial.account.id());
    if (outbox().waiting() > 0) {
      trial.letTimePass();
    }
  }

  /** Turns of writing until nothing waits. */
  public void writeAll() {
    for (int turn = 0; outbox().waiting() > 0; turn++) {
      if (turn == MOST_TURNS) {
        throw new AssertionError("Writing did not end: " + outbox());
      }
      write();
    }
  }

  /** A delivery without a mark names a ticket. */
  public void delivered(long ticket) {
    trial.looks.request(trial.account.id(), ticket, null);
  }

  /** Judges the replacements as if all deliveries had had time to arrive. */
  public int listCrossed() {
    trial.letDeliveriesArrive();
    return trial.outbox.listCrossed(trial.account.id());
  }

  /** What waits and what was refused. */
  public OutboxCounts outbox() {
    return trial.outbox.count(trial.account.id());
  }

  /** The labels of every stored ticket that is not deleted. */
  public Map<Long, Set<String>> stored() {
    return trial.stored();
  }

  /** Contacts in the daily counts, deleted tickets left out. */
  public long contactsCounted() {
    return number("select coalesce(sum(contacts), 0) from contact_day");
  }

  /** Tickets as the progress counts them. */
  public long ticketsCounted() {
    return trial.state().ticketsStored();
  }

  /** One number from the database. */
  public long number(String sql) {
    return trial.number(sql);
  }
}
