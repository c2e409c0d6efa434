package org.tagsmith.domain.disposition.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.tagsmith.domain.disposition.DispositionRepository;

/** Answers on how many tickets agents gave each reason code. Thread-safe. */
@ApplicationScoped
public class CountRecordedCodes {
  private final DispositionRepository dispositions;

  /** For the container's proxy. */
  protected CountRecordedCodes() {
    this(null);
  }

  @Inject
  public CountRecordedCodes(DispositionRepository dispositions) {
    this.dispositions = dispositions;
  }

  /** By number; a code that nobody gave is not in it. */
  @Transactional
  public Map<Integer, Long> count() {
    return dispositions.recordedCodes();
  }
}
