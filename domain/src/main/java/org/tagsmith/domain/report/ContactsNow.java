package org.tagsmith.domain.report;

/** What is counted now, for features that work on counts. Thread-safe. */
public interface ContactsNow {
  /** The contacts under the newest vocabulary; brings the counts up to date first. */
  CountedContacts read();
}
