package org.tagsmith.sandbox.zendesk.invented;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.tagsmith.sandbox.desk.Days;
import org.tagsmith.sandbox.desk.Organization;
import org.tagsmith.sandbox.desk.Person;
import org.tagsmith.sandbox.invented.Chance;
import org.tagsmith.sandbox.invented.People;
import org.tagsmith.sandbox.invented.Reason;
import org.tagsmith.sandbox.invented.Reasons;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket.Comment;
import org.tagsmith.sandbox.zendesk.desk.Staff;
import org.tagsmith.sandbox.zendesk.desk.Story;
import org.tagsmith.sandbox.zendesk.desk.TicketFields;
import org.tagsmith.sandbox.zendesk.desk.TicketOrigin;

/**
 * A bank's tickets, computed anew whenever one is asked for. Seed, number of tickets and newest
 * second decide everything; numbers run from 1 in order of creation.
 */
public final class InventedTickets implements TicketOrigin {
  private static final int DAYS = 730;
  private static final long FIRST_PERSON = 360_100_000_000L;
  private static final long FIRST_ORGANIZATION = 360_900_000_000L;

  private static final List<String> CHANNELS =
      List.of("email", "web", "web", "email", "api", "email");
  private static final List<String> PRIORITIES =
      List.of("low", "normal", "normal", "high", "urgent");

  private final long seed;
  private final int tickets;
  private final long until;
  private final Days days;
  private final People people;
  private final Reasons reasons;

  /**
   * Invents nothing yet.
   *
   * @param newest no ticket changes after this second
   */
  public InventedTickets(long seed, int tickets, long newest) {
    this.seed = seed;
    this.tickets = tickets;
    until = newest;
    days = new Days(seed, Math.max(1, tickets), DAYS, newest - 300);
    people = new People(seed, tickets, FIRST_PERSON, FIRST_ORGANIZATION);
    reasons = new Reasons(seed, newest, DAYS);
  }

  @Override
  public String described() {
    return String.format(Locale.ROOT, "%,d invented tickets of a bank", tickets);
  }

  @Override
  public int size() {
    return tickets;
  }

  @Override
  public long idAt(int position) {
    return position + 1L;
  }

  @Override
  public int positionOf(long id) {
    return id >= 1 && id <= tickets ? (int) id - 1 : -1;
  }

  @Override
  public long generatedAt(int position) {
    return life(position).generatedAt();
  }

  @Override
  public boolean deletedAt(int position) {
    return life(position).status().equals("deleted");
  }

  private Life life(int position) {
    return Life.draw(Chance.of(seed, position), days.createdAt(position), until);
  }

  @Override
  public SandboxTicket ticket(int position) {
    long id = idAt(position);
    Life life = life(position);
    long createdAt = days.createdAt(position);
    SplittableRandom random = Chance.of(seed + 1, position);
    Person requester = people.draw(random);
    boolean chinese = requester.locale().startsWith("zh");
    Reason reason = reasons.draw(random, createdAt);
    Set<String> tags =
        TicketTags.draw(random, id, chinese, reason, reasons.draw(random, createdAt));
    Map<Long, String> fields = fields(random, reason, tags);
    String message = Chance.pick(random, messages(reason, requester.locale()));
    int bar = message.indexOf('|');
    Person agent = Chance.pick(random, Staff.agents());
    return new SandboxTicket(
        id,
        life.status(),
        random.nextInt(3) == 0 ? null : Chance.pick(random, PRIORITIES),
        Chance.pick(random, CHANNELS),
        message.substring(0, bar),
        requester.id(),
        requester.organizationId(),
        life.status().equals("new") ? 0 : agent.id(),
        reason.group(),
        createdAt,
        life.updatedAt(),
        life.generatedAt(),
        List.copyOf(tags),
        fields,
        comments(message.substring(bar + 1), requester, agent, createdAt, life),
        story(position, life));
  }

  private Story story(int position, Life life) {
    SplittableRandom random = Chance.of(seed + 3, position);
    boolean solved = life.solvedAt() > 0;
    String score = random.nextInt(100) < 18 ? random.nextInt(5) == 0 ? "bad" : "good" : "offered";
    return new Story(
        life.solvedAt(),
        life.updatedAt(),
        random.nextInt(9) == 0 && !life.status().equals("new") ? 1 + random.nextInt(2) : 0,
        solved ? score : "unoffered");
  }

  private static List<String> messages(Reason reason, String locale) {
    List<String> own = reason.messages().get(locale);
    return own == null ? reason.messages().get("en-US") : own;
  }

  private static Map<Long, String> fields(
      SplittableRandom random, Reason reason, Set<String> tags) {
    Map<Long, String> fields = new HashMap<>();
    int filled = random.nextInt(100);
    if (filled < 22 && reason.product() != null) {
      fields.put(TicketFields.PRODUCT, reason.product());
      tags.add(reason.product());
    }
    if (filled % 33 == 0) {
      fields.put(TicketFields.CARE, "true");
      tags.add("needs_care");
    }
    if (filled > 80) {
      fields.put(TicketFields.REFERENCE, "HB-" + (100_000 + random.nextInt(900_000)));
    }
    return fields;
  }

  private static List<Comment> comments(
      String body, Person requester, Person agent, long createdAt, Life life) {
    List<Comment> comments = new ArrayList<>(2);
    comments.add(new Comment(requester.id(), body, true, createdAt));
    if (!life.status().equals("new") && !life.status().equals("deleted")) {
      long answered = Math.min(life.updatedAt(), createdAt + 1800);
      comments.add(new Comment(agent.id(), answer(requester), true, answered));
    }
    return comments;
  }

  private static String answer(Person requester) {
    return switch (requester.locale()) {
      case "zh-TW" -> requester.name() + " 您好，我們已收到您的訊息，正在為您查詢，稍後回覆您。";
      case "zh-CN" -> requester.name() + " 您好，我们已收到您的消息，正在为您查询，稍后回复您。";
      default ->
          "Hello "
              + requester.name()
              + ", thank you for writing. I am looking into this and will reply"
              + " within one working day.";
    };
  }

  @Override
  public Optional<Person> person(long id) {
    return people.find(id);
  }

  @Override
  public Optional<Organization> organization(long id) {
    return people.organization(id);
  }
}
