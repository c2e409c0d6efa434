package org.tagsmith.domain.sync.persistence;

import javax.sql.DataSource;
import org.tagsmith.domain.sync.BackfillRepository;
import org.tagsmith.domain.sync.ConnectionRepository;
import org.tagsmith.domain.sync.DeadLetterRepository;
import org.tagsmith.domain.sync.DeliveryRepository;
import org.tagsmith.domain.sync.HeldChangesRepository;
import org.tagsmith.domain.sync.HelpdeskAccountRepository;
import org.tagsmith.domain.sync.LookRepository;
import org.tagsmith.domain.sync.OutboxRepository;
import org.tagsmith.domain.sync.ReconcileRepository;
import org.tagsmith.domain.sync.SecretRepository;
import org.tagsmith.domain.sync.SyncRunRepository;
import org.tagsmith.domain.sync.SyncStateRepository;
import org.tagsmith.domain.sync.TicketBatchStore;
import org.tagsmith.domain.sync.plan.PlanEntries;
import org.tagsmith.domain.sync.plan.PlanRepository;

/** Lets tests of other packages have the real stores, which are hidden from everybody else. */
public final class SyncStoresForTests {
  private SyncStoresForTests() {}

  public static HelpdeskAccountRepository accounts(DataSource database) {
    return new JdbcHelpdeskAccountRepository(database);
  }

  public static SyncStateRepository states(DataSource database) {
    return new JdbcSyncStateRepository(database);
  }

  public static BackfillRepository backfills(DataSource database) {
    return new JdbcBackfillRepository(database);
  }

  public static SyncRunRepository runs(DataSource database) {
    return new JdbcSyncRunRepository(database);
  }

  public static OutboxRepository outbox(DataSource database) {
    return new JdbcOutboxRepository(database);
  }

  public static LookRepository looks(DataSource database) {
    return new JdbcLookRepository(database);
  }

  public static DeliveryRepository deliveries(DataSource database) {
    return new JdbcDeliveryRepository(database);
  }

  public static ConnectionRepository connections(DataSource database) {
    return new JdbcConnectionRepository(database);
  }

  public static SecretRepository secrets(DataSource database) {
    return new JdbcSecretRepository(database);
  }

  public static HeldChangesRepository heldChanges(DataSource database) {
    return new JdbcHeldChangesRepository(database);
  }

  public static DeadLetterRepository deadLetters(DataSource database) {
    return new JdbcDeadLetterRepository(database);
  }

  public static ReconcileRepository reconciles(DataSource database) {
    return new JdbcReconcileRepository(database);
  }

  public static TicketBatchStore tickets(DataSource database) {
    return new BulkTicketBatchStore(database);
  }

  public static PlanRepository plans(DataSource database) {
    return new JdbcPlanRepository(database);
  }

  public static PlanEntries planEntries(DataSource database) {
    return new JdbcPlanEntries(database);
  }
}
