package org.tagsmith.sandbox.zendesk.desk;

import java.util.List;
import java.util.Optional;
import org.tagsmith.sandbox.desk.Organization;
import org.tagsmith.sandbox.desk.Person;

/** The people who answer, and the groups they sit in; the same in every sandbox. */
public final class Staff {
  /** The administrator to whom the API token belongs. */
  public static final Person ADMIN =
      new Person(9000, "Integration", "api@harbourbank.example", null, "en-US", 0, "admin");

  private static final List<Person> AGENTS =
      List.of(
          agent(9001, "Mei-Ling Chen", "zh-TW"),
          agent(9002, "Tom Hargreaves", "en-US"),
          agent(9003, "Priya Nair", "en-US"),
          agent(9004, "王建国", "zh-CN"),
          agent(9005, "Sofia Lindqvist", "en-US"),
          agent(9006, "林雅婷", "zh-TW"));

  private static final List<Organization> GROUPS =
      List.of(
          new Organization(801, "Cards"),
          new Organization(802, "Payments"),
          new Organization(803, "Accounts and lending"));

  private static final List<Organization> BRANDS =
      List.of(
          new Organization(70_001, "Harbour Bank"), new Organization(70_002, "Harbour Business"));

  private Staff() {}

  private static Person agent(long id, String name, String locale) {
    return new Person(
        id, name, "agent" + (id - 9000) + "@harbourbank.example", null, locale, 0, "agent");
  }

  /** All agents, without the administrator. */
  public static List<Person> agents() {
    return AGENTS;
  }

  /** The groups, as number and name. */
  public static List<Organization> groups() {
    return GROUPS;
  }

  /** The brands, as number and name. */
  public static List<Organization> brands() {
    return BRANDS;
  }

  /** Under which brand a ticket came in: organizations write to the second one. */
  public static long brandOf(SandboxTicket ticket) {
    return BRANDS.get(ticket.organizationId() == 0 ? 0 : 1).id();
  }

  /** The agent or administrator of that number. */
  public static Optional<Person> find(long id) {
    if (id == ADMIN.id()) {
      return Optional.of(ADMIN);
    }
    return AGENTS.stream().filter(p -> p.id() == id).findFirst();
  }
}
