package org.tagsmith.domain.report.usecase;

import static org.tagsmith.domain.sync.persistence.StoreFixture.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tagsmith.domain.report.ContactEffects;
import org.tagsmith.domain.report.ContactReport;
import org.tagsmith.domain.report.VocabulariesForTests;
import org.tagsmith.domain.report.persistence.ContactDaysForTests;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.persistence.StoreFixture;
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.domain.ticket.TicketStatus;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyReader;
import org.tagsmith.domain.vocabulary.usecase.CurrentVocabulary;

/** Tickets go in through the store, reports come out of the use cases. */
final class ReportFixture implements AutoCloseable {
  static final HouseTag UPGRADE = tag(1, "Upgrade_CreditCard", null);
  static final HouseTag LOST = tag(2, "Card_Lost", null);

  final StoreFixture rows = new StoreFixture();
  private final VocabulariesForTests vocabularies = new VocabulariesForTests();
  private final SteppingClock clock = new SteppingClock();
  private final CurrentContacts contacts =
      new CurrentContacts(
          ContactDaysForTests.jdbc(rows.database().dataSource()),
          new CurrentVocabulary(vocabularies, clock));
  final ReadContactReport reports = new ReadContactReport(contacts);
  final CurrentSubjects subjects =
      new CurrentSubjects(
          ContactDaysForTests.subjects(rows.database().dataSource()), contacts, clock);
  final ReadUnmappedLabels unmapped = new ReadUnmappedLabels(contacts, subjects);
  final ReadTagUsage usage = new ReadTagUsage(contacts, clock);
  private int seconds;

  ReportFixture() {
    publish(UPGRADE, LOST);
  }

  /** A tag, retired if it has a successor. */
  static HouseTag tag(int id, String name, Integer successor) {
    return new HouseTag(
        id,
        name,
        name.substring(0, name.indexOf('_')),
        Map.of(),
        "",
        List.of(),
        successor != null,
        successor);
  }

  void publish(HouseTag... tags) {
    vocabularies.publish(house(List.of(), tags));
    clock.step();
  }

  /** What another vocabulary would make of the contacts. */
  ContactEffects effects(List<Alias> aliases, HouseTag... tags) {
    return contacts.read().effectsOf(VocabularyReader.compile(house(aliases, tags)));
  }

  private Vocabulary house(List<Alias> aliases, HouseTag... tags) {
    List<TagFamily> families = new ArrayList<>();
    for (HouseTag tag : tags) {
      TagFamily family = new TagFamily(tag.family(), "purple", Map.of());
      if (!families.contains(family)) {
        families.add(family);
      }
    }
    return new Vocabulary(
        vocabularies.latestVersion() + 1,
        families,
        List.of(tags),
        aliases,
        List.of(),
        List.of(),
        List.of("intent__"),
        List.of("vip"));
  }

  void store(HelpdeskAccount account, long id, LocalDate day, String... labels) {
    store(account, id, day, TicketStatus.OPEN, labels);
  }

  void store(
      HelpdeskAccount account, long id, LocalDate day, TicketStatus status, String... labels) {
    Instant began = day.atTime(LocalTime.of(23, 59)).toInstant(ZoneOffset.UTC);
    rows.store(account, ticket(id, seconds++, began, status, labels));
  }

  /** A ticket that says what its customer wants. */
  void store(HelpdeskAccount account, long id, String subject, String... labels) {
    Instant at = Instant.parse("2026-03-02T08:00:00Z").plusSeconds(seconds++);
    rows.store(
        account,
        new TicketSnapshot(
            id, TicketStatus.OPEN, "email", subject, 7, 0, 0, 0, at, at, at, Set.of(labels)));
  }

  /** Time goes on, so that what was read a while ago is read anew. */
  void wait(Duration duration) {
    clock.step(duration);
  }

  ContactReport report(LocalDate from, LocalDate to) {
    return reports.read(from, to, Optional.empty());
  }

  @Override
  public void close() {
    rows.close();
  }

  /** Each publication is older than the second for which a version is trusted. */
  private static final class SteppingClock extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void step() {
      step(Duration.ofMinutes(1));
    }

    void step(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
