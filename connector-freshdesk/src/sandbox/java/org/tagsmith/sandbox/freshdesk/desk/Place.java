package org.tagsmith.sandbox.freshdesk.desk;

/** Where a ticket is to be found; only the first kind is in the ordinary list. */
public enum Place {
  /** In the ordinary list. */
  LISTED,
  /** In the trash: in the list with {@code filter=deleted}, not updatable. */
  DELETED,
  /** In the list with {@code filter=spam}, not updatable. */
  SPAM,
  /** In no list; found by its number under {@code /tickets/archived} only. */
  ARCHIVED,
  /** Nowhere any more. */
  PURGED
}
