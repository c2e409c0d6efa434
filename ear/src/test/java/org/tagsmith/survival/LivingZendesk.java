package org.tagsmith.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.sandbox.desk.Journal;
import org.tagsmith.sandbox.zendesk.SandboxSettings;
import org.tagsmith.sandbox.zendesk.SandboxZendesk;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;
import org.tagsmith.sandbox.zendesk.desk.TicketDesk;

/** A sandbox Zendesk in which something happens. */
final class LivingZendesk extends LivingHelpdesk {
  private final SandboxZendesk sandbox;

  LivingZendesk(DatabaseForTests database, int size, Random random) throws IOException {
    this(database, random, clockOfNow(), size);
  }

  private LivingZendesk(DatabaseForTests database, Random random, ClockForTests clock, int size)
      throws IOException {
    this(
        database,
        random,
        clock,
        SandboxZendesk.start(
            SandboxSettings.builder()
                .tickets(size)
                .subdomain(SUBDOMAIN)
                .apiToken(TOKEN)
                .clock(clock)
                .build()));
  }

  private LivingZendesk(
      DatabaseForTests database, Random random, ClockForTests clock, SandboxZendesk sandbox) {
    super(
        database,
        "zendesk",
        random,
        clock,
        sandbox.tickets().all().map(SandboxTicket::id).toList());
    this.sandbox = sandbox;
  }

  @Override
  Map<String, String> settings(int pageSize) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("tagsmith.zendesk.subdomain", SUBDOMAIN);
    settings.put("tagsmith.zendesk.email", "api@harbourbank.example");
    settings.put("tagsmith.zendesk.api-token", TOKEN);
    settings.put("tagsmith.zendesk.base-url", sandbox.baseUri().toString());
    settings.put("tagsmith.zendesk.page-size", Integer.toString(pageSize));
    return settings;
  }

  @Override
  Journal journal() {
    return sandbox.journal();
  }

  @Override
  Map<Long, Set<String>> labels() {
    return sandbox
        .tickets()
        .all()
        .filter(ticket -> !ticket.deleted())
        .collect(Collectors.toMap(SandboxTicket::id, ticket -> Set.copyOf(ticket.tags())));
  }

  @Override
  Set<Long> deleted() {
    return sandbox
        .tickets()
        .all()
        .filter(SandboxTicket::deleted)
        .map(SandboxTicket::id)
        .collect(Collectors.toSet());
  }

  @Override
  List<Journal.Call> pages(List<Journal.Call> calls) {
    return calls.stream().filter(call -> call.path().contains("/incremental/")).toList();
  }

  @Override
  void assertAtTheEnd(String bookmark) {
    List<Journal.Call> pages = pages(journal().calls());
    Journal.Call last = pages.get(pages.size() - 1);
    assertThat(last.tickets()).as("tickets behind the last bookmark").isZero();
    String asked = URLDecoder.decode(last.query(), StandardCharsets.UTF_8);
    // an account that is read by two streams and has no news is asked from where live began
    String cursor = asked.replaceFirst("(?:.*&)?(?:cursor|start_time)=([^&]*).*", "$1");
    assertThat(bookmark).as("bookmark").endsWith(":" + cursor);
  }

  @Override
  long create() {
    SandboxTicket draft =
        new SandboxTicket(
            0, "new", null, "email", "Card", 1, 0, 0, 0, 0, 0, 0, List.of(), Map.of(), List.of());
    return sandbox.tickets().create(draft, "customer").id();
  }

  @Override
  void toggle(long ticket, String label) {
    sandbox
        .tickets()
        .change(
            ticket,
            "agent",
            before ->
                before.deleted()
                    ? before
                    : TicketDesk.retagged(
                        before,
                        tags -> {
                          Set<String> wanted = new HashSet<>(tags);
                          if (!wanted.remove(label)) {
                            wanted.add(label);
                          }
                          return wanted;
                        }));
  }

  @Override
  void delete(long ticket) {
    sandbox.tickets().change(ticket, "agent", before -> before.withStatus("deleted"));
  }

  @Override
  boolean takesDecisions(long number, boolean evenIfClosed) {
    SandboxTicket ticket = sandbox.tickets().find(number).orElseThrow();
    return !ticket.deleted() && (evenIfClosed || !ticket.closed());
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
