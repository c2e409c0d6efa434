package org.tagsmith.domain.report.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.tagsmith.domain.report.AlikeTickets;
import org.tagsmith.domain.report.CountedContacts;
import org.tagsmith.domain.report.SubjectIndex;
import org.tagsmith.domain.report.SubjectSample;
import org.tagsmith.domain.report.TicketSubjects;
import org.tagsmith.domain.shared.TraceWithoutWords;

/**
 * Keeps a sample of tickets' subjects in memory, to tell which labels stand on tickets that are
 * alike. It is drawn anew when contacts have changed, so rarely that it takes little of the
 * database's time: while that is quick, whoever asks waits for it; else the schedule does it.
 * Thread-safe.
 */
@ApplicationScoped
public class CurrentSubjects {
  private static final System.Logger LOG = System.getLogger(CurrentSubjects.class.getName());
  private static final Duration QUICK = Duration.ofMillis(500);
  private static final int TIMES_AS_LONG = 30;

  private final TicketSubjects subjects;
  private final CurrentContacts contacts;
  private final Clock clock;
  private final ReentrantLock drawing = new ReentrantLock();

  private volatile Drawn drawn =
      new Drawn(new SubjectIndex(new SubjectSample()), Map.of(), Instant.MIN, Duration.ZERO);
  private volatile AlikeTickets alike;
  private volatile boolean wanted = true;

  private record Drawn(
      SubjectIndex index, Map<Integer, Long> versions, Instant endedAt, Duration took) {}

  protected CurrentSubjects() {
    this(null, null, null);
  }

  @Inject
  public CurrentSubjects(TicketSubjects subjects, CurrentContacts contacts, Clock clock) {
    this.subjects = subjects;
    this.contacts = contacts;
    this.clock = clock;
  }

  /** What the tickets say, as far as they are known; of these contacts and their vocabulary. */
  public AlikeTickets alike(CountedContacts now) {
    wanted = true;
    if (drawn.took().compareTo(QUICK) <= 0) {
      try {
        drawIfDue(now);
      } catch (RuntimeException e) {
        TraceWithoutWords.log(
            LOG, Level.WARNING, "Subjects could not be read; what was known of them stays", e);
      }
    }
    SubjectIndex index = drawn.index();
    AlikeTickets known = alike;
    if (known == null || known.subjects() != index || known.meanings() != now.meanings()) {
      known = new AlikeTickets(index, now.meanings());
      alike = known;
    }
    return known;
  }

  /** Draws the sample anew if somebody asked since it was drawn, and it is due. */
  public void refresh() {
    if (wanted) {
      drawIfDue(contacts.read());
    }
  }

  private void drawIfDue(CountedContacts now) {
    Map<Integer, Long> versions = now.cube().versions();
    if (!isDue(versions) || !drawing.tryLock()) {
      return;
    }
    try {
      Instant began = clock.instant();
      SubjectSample sample = new SubjectSample();
      subjects.readInto(sample);
      Instant ended = clock.instant();
      wanted = false;
      drawn = new Drawn(new SubjectIndex(sample), versions, ended, Duration.between(began, ended));
    } finally {
      drawing.unlock();
    }
  }

  private boolean isDue(Map<Integer, Long> versions) {
    Drawn last = drawn;
    return !versions.equals(last.versions())
        && clock.instant().isAfter(last.endedAt().plus(last.took().multipliedBy(TIMES_AS_LONG)));
  }
}
