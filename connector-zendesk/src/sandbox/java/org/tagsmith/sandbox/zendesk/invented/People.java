package org.tagsmith.sandbox.zendesk.invented;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tagsmith.sandbox.zendesk.desk.Organization;
import org.tagsmith.sandbox.zendesk.desk.Person;

/** Customers of the invented bank; some write once, a few write often. Immutable. */
final class People {
  private static final long FIRST_PERSON = 360_100_000_000L;
  private static final long FIRST_ORGANIZATION = 360_900_000_000L;
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

  People(long seed, int tickets) {
    this.seed = seed;
    people = Math.max(1, (int) (tickets / 2.6));
    organizations = Math.max(1, people / 60);
  }

  /** Draws who wrote: half of all tickets come from a twelfth of the people. */
  Person draw(SplittableRandom random) {
    int number =
        random.nextBoolean() ? random.nextInt(Math.max(1, people / 12)) : random.nextInt(people);
    return person(number);
  }

  Optional<Person> find(long id) {
    long number = id - FIRST_PERSON;
    return number < 0 || number >= people ? Optional.empty() : Optional.of(person((int) number));
  }

  Optional<Organization> organization(long id) {
    long number = id - FIRST_ORGANIZATION;
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
    SplittableRandom random = InventedTickets.random(seed + 7, number);
    int language = random.nextInt(100);
    String locale = language < 62 ? "en-US" : language < 86 ? "zh-TW" : "zh-CN";
    long organization =
        random.nextInt(100) < 15 ? FIRST_ORGANIZATION + random.nextInt(organizations) : 0;
    String phone = random.nextInt(3) == 0 ? "+44 20 7946 0" + (100 + number % 900) : null;
    return new Person(
        FIRST_PERSON + number,
        name(random, locale),
        "customer" + (number + 1) + "@example.com",
        phone,
        locale,
        organization,
        "end-user");
  }

  private static String name(SplittableRandom random, String locale) {
    return switch (locale) {
      case "zh-TW" -> pick(random, FAMILY_HANT) + pick(random, GIVEN_HANT);
      case "zh-CN" -> pick(random, FAMILY_HANS) + pick(random, GIVEN_HANS);
      default -> pick(random, GIVEN) + " " + pick(random, FAMILY);
    };
  }

  static <T> T pick(SplittableRandom random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
