package org.tagsmith.domain.sync;

import java.util.Objects;

/**
 * A page that was read and is not stored yet.
 *
 * @param behind the bookmark at which it was read
 */
public record KeptPage(SyncCursor behind, TicketBatch page) {
  public KeptPage {
    Objects.requireNonNull(behind, "behind");
    Objects.requireNonNull(page, "page");
  }
}
