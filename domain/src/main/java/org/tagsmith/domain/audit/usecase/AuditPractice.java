package org.tagsmith.domain.audit.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.tagsmith.domain.audit.PracticeAudit;
import org.tagsmith.domain.audit.PracticeAuditor;
import org.tagsmith.domain.audit.TeamTagCounts;
import org.tagsmith.domain.vocabulary.VocabularyReader;
import org.tagsmith.domain.vocabulary.usecase.CurrentVocabulary;

/** Answers how tags were given lately. Thread-safe. */
@ApplicationScoped
public class AuditPractice {
  private final TeamTagCounts counts;
  private final CurrentVocabulary vocabulary;
  private final Clock clock;

  /** For the container's proxy. */
  protected AuditPractice() {
    this(null, null, null);
  }

  @Inject
  public AuditPractice(TeamTagCounts counts, CurrentVocabulary vocabulary, Clock clock) {
    this.counts = counts;
    this.vocabulary = vocabulary;
    this.clock = clock;
  }

  /**
   * The audit of the last days, today included.
   *
   * @param days 1 or more
   * @param fewerThan contacts that make a tag worth its place, 0 or more
   */
  public PracticeAudit audit(int days, long fewerThan) {
    LocalDate to = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate from = to.minusDays(days - 1L);
    VocabularyReader reader = vocabulary.read();
    return new PracticeAuditor(reader.vocabulary(), counts.between(from, to, reader))
        .audit(from, to, fewerThan);
  }

  /** The names of teams, as far as the helpdesks told them. */
  public Map<TeamTagCounts.Team, String> teams() {
    return counts.names();
  }
}
