package org.tagsmith.domain.governance.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.tagsmith.domain.governance.LabelsInUse;
import org.tagsmith.domain.governance.PrefixReach;
import org.tagsmith.domain.report.ContactsNow;

/** How far prefixes reach among the labels that are stored. Thread-safe. */
@ApplicationScoped
public class PrefixesNow {
  private final LabelsInUse labels;
  private final ContactsNow contacts;

  /** For the container's proxy. */
  protected PrefixesNow() {
    this(null, null);
  }

  @Inject
  public PrefixesNow(LabelsInUse labels, ContactsNow contacts) {
    this.labels = labels;
    this.contacts = contacts;
  }

  /**
   * Answers about the labels as of the first question, as the newest vocabulary reads them; reads
   * nothing unless asked, since few publications speak of prefixes. For one thread.
   */
  PrefixReach now() {
    return new PrefixReach() {
      private SortedLabels sorted;

      @Override
      public Reach of(String prefix) {
        if (sorted == null) {
          sorted = SortedLabels.of(labels.all(), contacts.read().meanings().reader()::interpret);
        }
        return sorted.beginning(prefix);
      }
    };
  }
}
