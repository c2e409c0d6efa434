package org.tagsmith.domain.disposition.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tagsmith.domain.disposition.Action;
import org.tagsmith.domain.disposition.Disposition;
import org.tagsmith.domain.disposition.DispositionCommand;
import org.tagsmith.domain.disposition.DispositionRecorded;
import org.tagsmith.domain.disposition.DispositionRefused;
import org.tagsmith.domain.disposition.DispositionRepository;
import org.tagsmith.domain.disposition.HouseTagSpelling;
import org.tagsmith.domain.disposition.RecordedDisposition;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.VocabularyReader;
import org.tagsmith.domain.vocabulary.usecase.CurrentVocabulary;

/** Records what an agent decided about a ticket. Thread-safe. */
@ApplicationScoped
public class RecordDisposition {
  // Long enough for a second click or a repeated request, and too short for somebody to have taken
  // the label away in the helpdesk and the agent to want it back.
  private static final Duration SECOND_CLICK = Duration.ofSeconds(30);

  private final DispositionRepository dispositions;
  private final CurrentVocabulary vocabulary;
  private final HouseTagSpelling spelling;
  private final Event<DispositionRecorded> recorded;
  private final Clock clock;

  @Inject
  RecordDisposition(
      DispositionRepository dispositions,
      CurrentVocabulary vocabulary,
      HouseTagSpelling spelling,
      Event<DispositionRecorded> recorded,
      Clock clock) {
    this.dispositions = dispositions;
    this.vocabulary = vocabulary;
    this.spelling = spelling;
    this.recorded = recorded;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected RecordDisposition() {
    this.dispositions = null;
    this.vocabulary = null;
    this.spelling = null;
    this.recorded = null;
    this.clock = null;
  }

  /**
   * Records a decision and tells the rest of the house in the same transaction. The ticket need not
   * be known here yet. The same command twice within half a minute is one decision.
   *
   * @throws DispositionRefused if the vocabulary does not allow it; removing a retired tag is
   *     always allowed
   */
  @Transactional
  public RecordedDisposition record(DispositionCommand command) {
    VocabularyReader current = vocabulary.read();
    Integer houseTagId = houseTagId(command, current);
    if (!dispositions.lock(command.ticket())) {
      throw DispositionRefused.unknownTicket(command.ticket().account().value());
    }
    String label = label(command, houseTagId, current);
    Instant now = clock.instant();
    Optional<Disposition> before = dispositions.latest(command.ticket(), label);
    if (before.isPresent() && isRepeated(before.get(), command, now)) {
      return outcome(before.get(), false);
    }
    Disposition decided =
        dispositions.append(
            new Disposition(
                0,
                command.ticket(),
                command.action(),
                label,
                houseTagId,
                command.reasonCode(),
                command.agent(),
                command.through(),
                current.vocabulary().version(),
                now));
    recorded.fire(new DispositionRecorded(decided));
    return outcome(decided, true);
  }

  // A label may be taken away whatever the vocabulary says of it.
  private static Integer houseTagId(DispositionCommand command, VocabularyReader current) {
    if (command.action() == Action.REMOVE && command.label() != null) {
      return command.houseTagId();
    }
    if (command.reasonCode() == null) {
      return tag(command.houseTagId(), command.action(), current).id();
    }
    ReasonCode code = code(command.reasonCode(), command.action(), current);
    if (command.houseTagId() != null && command.houseTagId() != code.houseTagId()) {
      throw DispositionRefused.codeOfAnotherTag(
          code.number(), code.houseTagId(), command.houseTagId());
    }
    return tag(code.houseTagId(), command.action(), current).id();
  }

  private static HouseTag tag(int id, Action action, VocabularyReader current) {
    HouseTag tag = current.tag(id).orElseThrow(() -> DispositionRefused.unknownTag(id));
    if (action == Action.ADD && tag.retired()) {
      throw DispositionRefused.retiredTag(tag.name(), tag.successorId());
    }
    return tag;
  }

  private static ReasonCode code(int number, Action action, VocabularyReader current) {
    ReasonCode code =
        current.code(number).orElseThrow(() -> DispositionRefused.unknownCode(number));
    if (action == Action.ADD && code.retired()) {
      Integer successor = code.successor();
      Optional<ReasonCode> next = successor == null ? Optional.empty() : current.code(successor);
      throw DispositionRefused.retiredCode(
          number, successor, next.map(ReasonCode::houseTagId).orElse(null));
    }
    return code;
  }

  private String label(DispositionCommand command, Integer houseTagId, VocabularyReader current) {
    if (command.action() == Action.REMOVE && command.label() != null) {
      return command.label();
    }
    return spelling.labelFor(
        command.ticket().account(), tag(houseTagId, Action.REMOVE, current).name());
  }

  private static boolean isRepeated(Disposition before, DispositionCommand command, Instant now) {
    return before.action() == command.action()
        && before.through() == command.through()
        && before.decidedAt().plus(SECOND_CLICK).isAfter(now);
  }

  private static RecordedDisposition outcome(Disposition decided, boolean changed) {
    return new RecordedDisposition(
        decided.id(), decided.label(), decided.houseTagId(), decided.action(), changed);
  }
}
