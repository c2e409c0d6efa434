package org.tagsmith.domain.report.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.tagsmith.domain.report.CountedContacts;
import org.tagsmith.domain.report.QuestionUse;

/** Answers how many contacts wait for a person under each question. Thread-safe. */
@ApplicationScoped
public class ReadQuestionUse {
  private final CurrentContacts contacts;
  private final Clock clock;

  /** For the container's proxy. */
  protected ReadQuestionUse() {
    this(null, null);
  }

  @Inject
  public ReadQuestionUse(CurrentContacts contacts, Clock clock) {
    this.contacts = contacts;
    this.clock = clock;
  }

  /**
   * The 90 days that end on the newest day (UTC) with a contact, today while there is none, under
   * the newest vocabulary.
   */
  public QuestionUse read() {
    CountedContacts counted = contacts.read();
    LocalDate to = counted.newestDay(Optional.empty()).orElseGet(() -> LocalDate.now(clock));
    return QuestionUse.of(counted, to);
  }
}
