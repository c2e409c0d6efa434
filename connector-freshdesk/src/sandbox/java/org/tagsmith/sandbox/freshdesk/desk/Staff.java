package org.tagsmith.sandbox.freshdesk.desk;

import java.util.List;
import java.util.Optional;
import org.tagsmith.sandbox.desk.Organization;
import org.tagsmith.sandbox.desk.Person;

/**
 * The people who answer, and the groups they sit in; the same in every sandbox. Two of them answer
 * in the bank's other helpdesk as well.
 */
public final class Staff {
  private static final long FIRST = 43_000_001_000L;

  /** The administrator to whom the API key belongs. */
  public static final Person ADMIN =
      new Person(FIRST, "Integration", "api@harbourbank.example", null, "en", 0, "admin");

  private static final List<Person> AGENTS =
      List.of(
          agent(1, "Mei-Ling Chen", "agent1@harbourbank.example", "zh-TW"),
          agent(2, "Tom Hargreaves", "agent2@harbourbank.example", "en"),
          agent(3, "Ruth Adeyemi", "ruth.adeyemi@harbourbank.example", "en"),
          agent(4, "赵丽娜", "lina.zhao@harbourbank.example", "zh-CN"));

  private static final List<Organization> GROUPS =
      List.of(
          new Organization(43_000_002_001L, "Cards"),
          new Organization(43_000_002_002L, "Payments"),
          new Organization(43_000_002_003L, "Accounts and lending"));

  private static final List<Organization> PRODUCTS =
      List.of(
          new Organization(43_000_005_001L, "Harbour Bank"),
          new Organization(43_000_005_002L, "Harbour Business"));

  private Staff() {}

  private static Person agent(int number, String name, String email, String language) {
    return new Person(FIRST + number, name, email, null, language, 0, "agent");
  }

  /** All agents, without the administrator. */
  public static List<Person> agents() {
    return AGENTS;
  }

  /** The groups, as number and name. */
  public static List<Organization> groups() {
    return GROUPS;
  }

  /** The products, which stand for brands, as number and name. */
  public static List<Organization> products() {
    return PRODUCTS;
  }

  /** For which product a ticket came in: companies write to the second one. */
  public static long productOf(SandboxTicket ticket) {
    return PRODUCTS.get(ticket.companyId() == 0 ? 0 : 1).id();
  }

  /** The agent or administrator of that number. */
  public static Optional<Person> find(long id) {
    if (id == ADMIN.id()) {
      return Optional.of(ADMIN);
    }
    return AGENTS.stream().filter(p -> p.id() == id).findFirst();
  }
}
