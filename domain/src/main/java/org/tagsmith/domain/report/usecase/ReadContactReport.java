package org.tagsmith.domain.report.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.tagsmith.domain.report.ContactReport;
import org.tagsmith.domain.report.ReportPeriod;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/** Answers why customers got in touch in a period. Thread-safe. */
@ApplicationScoped
public class ReadContactReport {
  private final CurrentContacts contacts;

  protected ReadContactReport() {
    this(null);
  }

  @Inject
  public ReadContactReport(CurrentContacts contacts) {
    this.contacts = contacts;
  }

  /**
   * The contacts of a period by house tag and day, under the newest vocabulary.
   *
   * @param from first day (UTC)
   * @param to last day, inclusive, at most five years later
   * @param account only this one, or all; an unknown one has no contacts
   * @throws org.tagsmith.domain.report.ReportPeriodRefused if the days make no period
   */
  public ContactReport read(LocalDate from, LocalDate to, Optional<HelpdeskAccountId> account) {
    return contacts.read().report(new ReportPeriod(from, to), account);
  }

  /** The newest day (UTC) on which a contact began; empty while there are no contacts. */
  public Optional<LocalDate> newestDay(Optional<HelpdeskAccountId> account) {
    return contacts.read().newestDay(account);
  }
}
