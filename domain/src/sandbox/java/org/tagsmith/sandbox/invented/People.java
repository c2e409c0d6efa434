package org.tagsmith.sandbox.invented;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tagsmith.sandbox.desk.Organization;
import org.tagsmith.sandbox.desk.Person;

/** Customers of the invented bank; some write once, a few write often. Immutable. */
public final class People {
  private static final List<String> GIVEN =
      List.of(
          "Amelia", "Oliver", "Grace", "Daniel", "Hannah", "Marcus", "Yusuf", "Elena", "Patrick",
          "Aisha", "Victor", "Nora", "Samuel", "Ingrid", "Rafael", "Joyce", "Kenji", "Lucia",
          "Ewan", "Farah");
  private static final List<String> FAMILY =
      List.of(
          "Whitfield",
          "Okafor",
          "Bergstrom",
          "Castellano",
          "Iyer",
          "Donnelly",
          "Petrov",
          "Lam",
          "Abernathy",
          "Novak",
          "Sato",
          "Mbeki",
          "Fairbank",
          "Rossi",
          "Delgado",
          "Haines",
          "Kowalski",
          "Nakamura",
          "Pemberton",
          "Quigley");
  private static final List<String> FAMILY_HANT = List.of("陳", "林", "黃", "張", "劉", "吳", "鄭");
  private static final List<String> GIVEN_HANT = List.of("怡君", "志豪", "淑芬", "家豪", "雅雯", "俊傑", "美玲");
  private static final List<String> FAMILY_HANS = List.of("陈", "王", "李", "张", "刘", "赵", "孙");
  private static final List<String> GIVEN_HANS = List.of("伟", "芳", "秀英", "建军", "丽", "明辉", "晓燕");
  private static final List<String> COMPANY =
      List.of(
          "Larkfield",
          "Quayside",
          "Northgate",
          "Silverbeck",
          "Redwood",
          "Tidewater",
          "Kestrel",
          "Harrow",
          "Juniper",
          "Copperhill");
  private static final List<String> TRADE =
      List.of("Logistics", "Bakery", "Dental Care", "Software", "Foods", "Interiors", "Travel");

  private final long seed;
  private final int people;
  private final int organizations;
  private final long firstPerson;
  private final long firstOrganization;

  /**
   * As many customers as write so many tickets.
   *
   * @param seed equal seeds give equal people under equal places in the list, whatever numbers the
   *     helpdesk gives them
   * @param firstPerson the helpdesk's number of the first of them
   * @param firstOrganization the helpdesk's number of the first company
   */
  public People(long seed, int tickets, long firstPerson, long firstOrganization) {
    this.firstPerson = firstPerson;
    this.firstOrganization = firstOrganization;
    this.seed = seed;
    people = writing(tickets);
    organizations = Math.max(1, people / 60);
  }

  /** How many customers write so many tickets. */
  public static int writing(int tickets) {
    return Math.max(1, (int) (tickets / 2.6));
  }

  /** Draws who wrote: half of all tickets come from a twelfth of the people. */
  public Person draw(SplittableRandom random) {
    int number =
        random.nextBoolean() ? random.nextInt(Math.max(1, people / 12)) : random.nextInt(people);
    return person(number);
  }

  /** The customer of that number. */
  public Optional<Person> find(long id) {
    long number = id - firstPerson;
    return number < 0 || number >= people ? Optional.empty() : Optional.of(person((int) number));
  }

  /** The company of that number. */
  public Optional<Organization> organization(long id) {
    long number = id - firstOrganization;
    if (number < 0 || number >= organizations) {
      return Optional.empty();
    }
    String name =
        COMPANY.get((int) (number % COMPANY.size()))
            + " "
            + TRADE.get((int) (number / COMPANY.size() % TRADE.size()));
    long round = number / ((long) COMPANY.size() * TRADE.size());
    return Optional.of(new Organization(id, round == 0 ? name : name + " " + (round + 1)));
  }

  private Person person(int number) {
    SplittableRandom random = Chance.of(seed + 7, number);
    int language = random.nextInt(100);
    String locale = language < 62 ? "en-US" : language < 86 ? "zh-TW" : "zh-CN";
    long organization =
        random.nextInt(100) < 15 ? firstOrganization + random.nextInt(organizations) : 0;
    String phone = random.nextInt(3) == 0 ? "+44 20 7946 0" + (100 + number % 900) : null;
    return new Person(
        firstPerson + number,
        name(random, locale),
        "customer" + (number + 1) + "@example.com",
        phone,
        locale,
        organization,
        "end-user");
  }

  private static String name(SplittableRandom random, String locale) {
    return switch (locale) {
      case "zh-TW" -> Chance.pick(random, FAMILY_HANT) + Chance.pick(random, GIVEN_HANT);
      case "zh-CN" -> Chance.pick(random, FAMILY_HANS) + Chance.pick(random, GIVEN_HANS);
      default -> Chance.pick(random, GIVEN) + " " + Chance.pick(random, FAMILY);
    };
  }
}
