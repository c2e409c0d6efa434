package org.tagsmith.domain.audit.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import org.tagsmith.domain.audit.Agreement;
import org.tagsmith.domain.audit.Recoding;
import org.tagsmith.domain.audit.RecodingSamples;
import org.tagsmith.domain.ticket.TicketId;
import org.tagsmith.domain.vocabulary.VocabularyReader;
import org.tagsmith.domain.vocabulary.usecase.CurrentVocabulary;

/**
 * A second person codes fifty contacts of the last week without seeing what was given, and the
 * agreement shows which tags people confuse. Thread-safe.
 */
@ApplicationScoped
public class CodeAgain {
  private static final int CONTACTS = 50;
  private static final int WEEKS = 8;

  private final RecodingSamples samples;
  private final CurrentVocabulary vocabulary;
  private final Clock clock;

  /** For the container's proxy. */
  protected CodeAgain() {
    this(null, null, null);
  }

  @Inject
  public CodeAgain(RecodingSamples samples, CurrentVocabulary vocabulary, Clock clock) {
    this.samples = samples;
    this.vocabulary = vocabulary;
    this.clock = clock;
  }

  /** The Monday (UTC) of this week. */
  public LocalDate week() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** This week's sample as this person sees it; whoever asks first draws it. */
  @Transactional
  public List<Recoding.Sampled> sample(String person) {
    samples.draw(week(), CONTACTS);
    return samples.sample(week(), person);
  }

  /**
   * Keeps what this person would give.
   *
   * @param week the sample that they were shown
   * @param tags live house tags; empty if none fits
   * @return whether the contact is in that sample, and all tags are live ones
   */
  @Transactional
  public boolean decide(LocalDate week, TicketId ticket, String person, Set<Integer> tags) {
    VocabularyReader reader = vocabulary.read();
    boolean live =
        tags.stream().allMatch(id -> reader.tag(id).filter(tag -> !tag.retired()).isPresent());
    return live && samples.decide(new Recoding(week, ticket, person, tags, clock.instant()));
  }

  /** How far second persons gave the same in the last eight weeks. */
  public Agreement agreement() {
    return Agreement.of(samples.since(week().minusWeeks(WEEKS - 1L)), vocabulary.read());
  }
}
