package org.tagsmith.sandbox.freshdesk.invented;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tagsmith.sandbox.desk.Days;
import org.tagsmith.sandbox.desk.Organization;
import org.tagsmith.sandbox.desk.Person;
import org.tagsmith.sandbox.freshdesk.desk.Contact;
import org.tagsmith.sandbox.freshdesk.desk.Outline;
import org.tagsmith.sandbox.freshdesk.desk.Place;
import org.tagsmith.sandbox.freshdesk.desk.SandboxTicket;
import org.tagsmith.sandbox.freshdesk.desk.SandboxTicket.Message;
import org.tagsmith.sandbox.freshdesk.desk.SandboxTicket.Rating;
import org.tagsmith.sandbox.freshdesk.desk.Staff;
import org.tagsmith.sandbox.freshdesk.desk.TicketFields;
import org.tagsmith.sandbox.freshdesk.desk.TicketOrigin;
import org.tagsmith.sandbox.invented.Chance;
import org.tagsmith.sandbox.invented.Reason;
import org.tagsmith.sandbox.invented.Reasons;

/**
 * A bank's tickets, computed anew whenever one is asked for. Seed, number of tickets and newest
 * second decide everything; numbers rise in order of creation, and every thirteenth is missing.
 */
public final class InventedTickets implements TicketOrigin {
  private static final int DAYS = 730;
  private static final int BEFORE_A_GAP = 12;
  private static final int[] SOURCES = {1, 1, 1, 2, 2, 3, 3, 7, 9, 10, 13, 101, 15};
  private static final long FIRST_GROUP = 43_000_002_000L;
  private static final long FIRST_BANK_GROUP = 800;
  private static final Map<String, String> PRODUCTS =
      Map.of(
          "product__current_account", "Current account",
          "product__credit_card", "Credit card",
          "product__mortgage", "Mortgage",
          "product__savings", "Savings");

  private final long seed;
  private final int tickets;
  private final long until;
  private final Days days;
  private final Contacts contacts;
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
    days = new Days(seed + 17, Math.max(1, tickets), DAYS, newest - 300);
    contacts = new Contacts(seed, tickets, newest);
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
    return position + 1L + position / BEFORE_A_GAP;
  }

  @Override
  public int positionOf(long id) {
    long block = (id - 1) / (BEFORE_A_GAP + 1);
    long within = (id - 1) % (BEFORE_A_GAP + 1);
    long position = block * BEFORE_A_GAP + within;
    return id < 1 || within == BEFORE_A_GAP || position >= tickets ? -1 : (int) position;
  }

  @Override
  public Outline outline(int position) {
    return life(position).outline();
  }

  private Life life(int position) {
    return Life.draw(Chance.of(seed + 23, position), days.createdAt(position), until);
  }

  @Override
  public SandboxTicket ticket(int position) {
    Life life = life(position);
    long createdAt = life.times().createdAt();
    SplittableRandom random = Chance.of(seed + 29, position);
    Contact requester = contacts.draw(random);
    boolean chinese = requester.language().startsWith("zh");
    Reason reason = reasons.draw(random, createdAt);
    List<String> tags = TicketTags.draw(random, chinese, reason, reasons.draw(random, createdAt));
    String message = Chance.pick(random, messages(reason, requester.language()));
    int bar = message.indexOf('|');
    Person agent = Chance.pick(random, Staff.agents());
    boolean spam = life.place() == Place.SPAM;
    return new SandboxTicket(
        idAt(position),
        life.place(),
        life.status(),
        life.priority(),
        SOURCES[random.nextInt(SOURCES.length)],
        message.substring(0, bar),
        random.nextInt(3) == 0 ? null : Chance.pick(random, TicketFields.types()),
        requester.id(),
        requester.companyId(),
        life.times().firstRespondedAt() == 0 ? 0 : agent.id(),
        random.nextInt(12) == 0 ? 0 : FIRST_GROUP + reason.group() - FIRST_BANK_GROUP,
        life.times(),
        spam ? List.of() : tags,
        fields(random, reason),
        conversation(message.substring(bar + 1), requester, agent, life),
        life.ratedAt() == 0 ? null : new Rating(life.score(), feedback(life), life.ratedAt()));
  }

  private static List<String> messages(Reason reason, String language) {
    List<String> own = reason.messages().get(language);
    return own == null ? reason.messages().get("en-US") : own;
  }

  private static String feedback(Life life) {
    return switch (life.score()) {
      case 103 -> "Quick and friendly.";
      case -103 -> "I had to explain it three times.";
      default -> null;
    };
  }

  private static Map<String, String> fields(SplittableRandom random, Reason reason) {
    Map<String, String> fields = new HashMap<>();
    int filled = random.nextInt(100);
    if (filled < 40 && reason.product() != null) {
      fields.put(TicketFields.PRODUCT, PRODUCTS.get(reason.product()));
    }
    if (filled % 33 == 0) {
      fields.put(TicketFields.CARE, "true");
    }
    if (filled > 80) {
      fields.put(TicketFields.REFERENCE, "HB-" + (100_000 + random.nextInt(900_000)));
    }
    return fields;
  }

  private static List<Message> conversation(
      String body, Contact requester, Person agent, Life life) {
    List<Message> messages = new ArrayList<>(2);
    messages.add(new Message(requester.id(), body, true, false, life.times().createdAt()));
    long answered = life.times().firstRespondedAt();
    if (answered != 0) {
      messages.add(new Message(agent.id(), answer(requester), false, false, answered));
    }
    return messages;
  }

  private static String answer(Contact requester) {
    return switch (requester.language()) {
      case "zh-TW" -> requester.name() + " 您好，我們正在為您查詢，稍後回覆您。";
      case "zh-CN" -> requester.name() + " 您好，我们正在为您查询，稍后回复您。";
      default ->
          "Hello " + requester.name() + ", I am looking into this and will write again today.";
    };
  }

  @Override
  public Optional<Contact> contact(long id) {
    return contacts.find(id);
  }

  @Override
  public List<Long> contactIds() {
    return contacts.ids();
  }

  @Override
  public Optional<Organization> company(long id) {
    return contacts.company(id);
  }

  @Override
  public List<Long> companyIds() {
    return contacts.companyIds();
  }
}
