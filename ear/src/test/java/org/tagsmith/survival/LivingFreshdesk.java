package org.tagsmith.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.sandbox.desk.Journal;
import org.tagsmith.sandbox.freshdesk.SandboxFreshdesk;
import org.tagsmith.sandbox.freshdesk.SandboxSettings;
import org.tagsmith.sandbox.freshdesk.desk.Place;
import org.tagsmith.sandbox.freshdesk.desk.SandboxTicket;

/**
 * A sandbox Freshdesk in which something happens. Nothing is archived: what was archived before the
 * first reading stands in no list.
 */
final class LivingFreshdesk extends LivingHelpdesk {
  private static final String LIST = "/api/v2/tickets";
  private static final String RATINGS = "/api/v2/surveys/satisfaction_ratings";

  private final SandboxFreshdesk sandbox;
  private final SandboxTicket draft;

  LivingFreshdesk(DatabaseForTests database, int size, Random random) throws IOException {
    this(database, random, clockOfNow(), size);
  }

  private LivingFreshdesk(DatabaseForTests database, Random random, ClockForTests clock, int size)
      throws IOException {
    this(
        database,
        random,
        clock,
        SandboxFreshdesk.start(
            SandboxSettings.builder()
                .tickets(size)
                .subdomain(SUBDOMAIN)
                .apiKey(TOKEN)
                .clock(clock)
                .archiveAfterDays(0)
                .build()));
  }

  private LivingFreshdesk(
      DatabaseForTests database, Random random, ClockForTests clock, SandboxFreshdesk sandbox) {
    super(
        database,
        "freshdesk",
        random,
        clock,
        sandbox.tickets().all().map(SandboxTicket::id).toList());
    this.sandbox = sandbox;
    draft = there().findFirst().orElseThrow();
  }

  private Stream<SandboxTicket> there() {
    return sandbox.tickets().all().filter(ticket -> ticket.place() == Place.LISTED);
  }

  @Override
  Map<String, String> settings(int pageSize) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("tagsmith.freshdesk.subdomain", SUBDOMAIN);
    settings.put("tagsmith.freshdesk.api-key", TOKEN);
    settings.put("tagsmith.freshdesk.base-url", sandbox.baseUri().toString());
    settings.put("tagsmith.freshdesk.page-size", Integer.toString(pageSize));
    return settings;
  }

  @Override
  Journal journal() {
    return sandbox.journal();
  }

  @Override
  Map<Long, Set<String>> labels() {
    return there()
        .collect(Collectors.toMap(SandboxTicket::id, ticket -> Set.copyOf(ticket.tags())));
  }

  @Override
  Set<Long> deleted() {
    return sandbox
        .tickets()
        .all()
        .filter(ticket -> ticket.place() != Place.LISTED)
        .map(SandboxTicket::id)
        .collect(Collectors.toSet());
  }

  /** A look that shows news is made once more with what stands beside them: that is one page. */
  @Override
  List<Journal.Call> pages(List<Journal.Call> calls) {
    List<Journal.Call> pages = new ArrayList<>();
    for (Journal.Call call : calls) {
      boolean isPage =
          call.method().equals("GET") && (call.path().equals(LIST) || call.path().equals(RATINGS));
      if (isPage && (pages.isEmpty() || !isSecondLook(pages.get(pages.size() - 1), call))) {
        pages.add(call);
      }
    }
    return pages;
  }

  private static boolean isSecondLook(Journal.Call first, Journal.Call second) {
    return !first.query().contains("include=")
        && second.query().startsWith(first.query() + "&include=");
  }

  /** The last minute is read again until it was quiet for long: only the newest change counts. */
  @Override
  void assertAtTheEnd(String bookmark) {
    assertThat(bookmark).as("at rest in the plain list").startsWith("f2:tr:0:0:");
    String[] trails = bookmark.split(":", -1);
    assertThat(seen(trails[4])).as("newest change").isGreaterThanOrEqualTo(newest(Place.LISTED));
    assertThat(seen(trails[5])).as("newest deletion").isEqualTo(newest(Place.DELETED));
    assertThat(seen(trails[6])).as("newest spam").isEqualTo(newest(Place.SPAM));
  }

  private static long seen(String trail) {
    return Long.parseLong(trail.split(",", -1)[1]);
  }

  private long newest(Place place) {
    return sandbox
        .tickets()
        .all()
        .filter(ticket -> ticket.place() == place)
        .mapToLong(SandboxTicket::updatedAt)
        .max()
        .orElse(-1);
  }

  @Override
  long create() {
    return sandbox
        .tickets()
        .create(draft.but().tags(List.of()).subject("Card").done(), "customer")
        .id();
  }

  @Override
  void toggle(long ticket, String label) {
    if (isThere(ticket)) {
      sandbox
          .tickets()
          .retag(
              ticket,
              "agent",
              tags -> {
                if (!tags.remove(label)) {
                  tags.add(label);
                }
                return tags;
              });
    }
  }

  @Override
  void delete(long ticket) {
    if (isThere(ticket)) {
      if (ticket % 2 == 0) {
        sandbox.tickets().delete(ticket, "agent");
      } else {
        sandbox.tickets().spam(ticket, "agent");
      }
    }
  }

  @Override
  boolean takesDecisions(long ticket, boolean evenIfClosed) {
    return isThere(ticket);
  }

  private boolean isThere(long ticket) {
    return sandbox
        .tickets()
        .find(ticket)
        .filter(found -> found.place() == Place.LISTED)
        .isPresent();
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
