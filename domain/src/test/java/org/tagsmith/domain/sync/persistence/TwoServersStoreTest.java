package org.tagsmith.domain.sync.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagsmith.domain.sync.persistence.StoreFixture.page;
import static org.tagsmith.domain.sync.persistence.StoreFixture.ticket;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.StoredBatch;
import org.tagsmith.domain.sync.TicketBatchStore;

class TwoServersStoreTest {
  private final StoreFixture fixture = new StoreFixture();
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final TicketBatchStore other = StoresForTests.bulk(fixture.database().dataSource());
  private HelpdeskAccount first;
  private HelpdeskAccount second;

  @BeforeEach
  void connect() {
    first = fixture.account();
    second = fixture.account();
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    fixture.close();
  }

  @Test
  void two_servers_that_meet_the_same_new_labels_share_them() throws Exception {
    storeAtOnce(true);

    assertThat(fixture.counts(first)).containsExactly("2026-03-02|{a,b}|1");
    assertThat(fixture.counts(second)).containsExactly("2026-03-02|{a,b}|1");
    assertThat(fixture.rows("select count(*) from label")).containsExactly("2");
    assertThat(fixture.rows("select count(*) from tag_set")).containsExactly("1");
  }

  @Test
  void labels_that_one_server_rolls_back_are_added_by_the_other() throws Exception {
    storeAtOnce(false);

    assertThat(fixture.counts(first)).isEmpty();
    assertThat(fixture.counts(second)).containsExactly("2026-03-02|{a,b}|1");
    fixture.store(first, ticket(1, 1, "a", "b"));
    assertThat(fixture.counts(first)).containsExactly("2026-03-02|{a,b}|1");
  }

  /** The second server meets the labels while the first one's transaction is still open. */
  private void storeAtOnce(boolean firstCommits) throws Exception {
    CountDownLatch stored = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Future<?> open = threads.submit(() -> storeAndHold(stored, end, firstCommits));
    assertThat(stored.await(30, TimeUnit.SECONDS)).isTrue();
    Future<StoredBatch> waiting =
        threads.submit(
            () ->
                fixture
                    .database()
                    .inTransaction(
                        entityManager -> other.store(second, page(ticket(1, 1, "b", "a")))));
    awaitSomebodyWaitingForALock();
    end.countDown();
    open.get(30, TimeUnit.SECONDS);

    assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo(new StoredBatch(1, 1, 0));
  }

  private Object storeAndHold(CountDownLatch stored, CountDownLatch end, boolean commits)
      throws InterruptedException {
    try {
      return fixture
          .database()
          .inTransaction(
              entityManager -> {
                fixture.store().store(first, page(ticket(1, 1, "a", "b")));
                stored.countDown();
                try {
                  end.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
                if (!commits) {
                  throw new UnsupportedOperationException("rolled back on purpose");
                }
                return null;
              });
    } catch (UnsupportedOperationException e) {
      return null;
    }
  }

  private void awaitSomebodyWaitingForALock() throws InterruptedException {
    for (int i = 0; i < 3_000; i++) {
      String waiting =
          fixture
              .rows(
                  "select count(*) from pg_stat_activity"
                      + " where datname = current_database() and wait_event_type = 'Lock'")
              .get(0);
      if (!waiting.equals("0")) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    throw new AssertionError("Nobody waits: the two transactions did not meet");
  }
}
