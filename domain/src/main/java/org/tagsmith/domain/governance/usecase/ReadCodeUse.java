package org.tagsmith.domain.governance.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tagsmith.domain.disposition.DispositionRepository;
import org.tagsmith.domain.governance.CodeUse;
import org.tagsmith.domain.report.usecase.ReadTagContacts;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.usecase.CurrentVocabulary;

/** Answers how much each reason code is used. Thread-safe. */
@ApplicationScoped
public class ReadCodeUse {
  private final CurrentVocabulary current;
  private final ReadTagContacts contacts;
  private final DispositionRepository dispositions;

  /** For the container's proxy. */
  protected ReadCodeUse() {
    this(null, null, null);
  }

  @Inject
  public ReadCodeUse(
      CurrentVocabulary current, ReadTagContacts contacts, DispositionRepository dispositions) {
    this.current = current;
    this.contacts = contacts;
    this.dispositions = dispositions;
  }

  /** Every code of the newest version, retired ones too, by number. */
  @Transactional
  public List<CodeUse> read() {
    Vocabulary vocabulary = current.read().vocabulary();
    Map<Integer, Long> byTag = contacts.read(vocabulary.version());
    Map<Integer, Long> recorded = dispositions.recordedCodes();
    return vocabulary.reasonCodes().stream()
        .sorted(Comparator.comparingInt(ReasonCode::number))
        .map(
            code ->
                new CodeUse(
                    code.number(),
                    byTag.getOrDefault(code.houseTagId(), 0L),
                    recorded.getOrDefault(code.number(), 0L)))
        .toList();
  }
}
