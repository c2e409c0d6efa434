package org.tagsmith.domain.sync.persistence;

import java.util.List;
import java.util.Optional;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.KeptPage;
import org.tagsmith.domain.sync.SyncCursor;
import org.tagsmith.domain.sync.SyncStateRepository.PageMark;
import org.tagsmith.domain.sync.SyncStream;

/** The rows of {@code kept_page} of one stream. Thread-safe. */
final class KeptPages {
  private final Sql sql;
  private final SyncStream stream;
  private final String keep;

  /**
   * @param states the table that holds the stream's leases
   */
  KeptPages(Sql sql, SyncStream stream, String states) {
    this.sql = sql;
    this.stream = stream;
    // The lease is looked at, not renewed: that would be written to the log, and waited for. Nor is
    // its end looked at: the transaction that stores former pages renewed it, and nobody sees that
    // yet; who takes over puts another holder there.
    keep =
        """
        insert into kept_page (account_id, stream, behind, content)
        select account_id, ?, ?, ? from %s
        where account_id = ? and lease_holder = ?
        """
            .formatted(states);
  }

  boolean keep(HelpdeskAccountId account, String holder, KeptPage kept) {
    return sql.update(
            keep,
            stream.word(),
            kept.behind().encoded(),
            PageBytes.of(kept.page()),
            account.value(),
            holder)
        == 1;
  }

  /** The oldest first; without those that another version wrote. */
  List<KeptPage> list(HelpdeskAccountId account) {
    return sql
        .query(
            """
            select behind, content from kept_page where account_id = ? and stream = ?
            order by number
            """,
            row -> {
              SyncCursor behind = new SyncCursor(row.getString("behind"));
              return PageBytes.read(row.getBytes("content"))
                  .map(page -> new KeptPage(behind, page));
            },
            account.value(),
            stream.word())
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** The bookmarks of stored pages, for the statement that notes these. */
  static String[] behind(PageMark stored) {
    return stored.behind().stream().map(SyncCursor::encoded).toArray(String[]::new);
  }

  void forget(HelpdeskAccountId account) {
    sql.update(
        "delete from kept_page where account_id = ? and stream = ?",
        account.value(),
        stream.word());
  }
}
