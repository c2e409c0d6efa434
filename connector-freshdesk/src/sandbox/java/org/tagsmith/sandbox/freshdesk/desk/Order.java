package org.tagsmith.sandbox.freshdesk.desk;

/** By what a list is sorted; within equal values by number. */
public enum Order {
  /** {@code created_at}. */
  CREATED,
  /** {@code updated_at}. */
  UPDATED,
  /** {@code due_by}. */
  DUE,
  /** {@code status}. */
  STATUS,
  /** When the customer rated the ticket; unrated ones come first. */
  RATED
}
