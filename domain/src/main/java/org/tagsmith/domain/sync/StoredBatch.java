package org.tagsmith.domain.sync;

/**
 * What became of one page.
 *
 * @param tickets how many were new or changed
 * @param added how many of them were new
 * @param stale how many were ignored because we hold a later state of the ticket; a ticket that we
 *     hold in just this state counts as neither
 */
public record StoredBatch(int tickets, int added, int stale) {
  /** Of an empty page. */
  public static final StoredBatch NOTHING = new StoredBatch(0, 0, 0);

  /** With so many more that were changed. */
  public StoredBatch and(int changed) {
    return new StoredBatch(tickets + changed, added, stale);
  }
}
