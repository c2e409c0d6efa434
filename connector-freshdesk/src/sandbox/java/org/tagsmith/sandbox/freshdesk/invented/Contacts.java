package org.tagsmith.sandbox.freshdesk.invented;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.tagsmith.sandbox.desk.Organization;
import org.tagsmith.sandbox.desk.Person;
import org.tagsmith.sandbox.freshdesk.desk.Contact;
import org.tagsmith.sandbox.invented.Chance;
import org.tagsmith.sandbox.invented.People;

/**
 * The customers who write to Freshdesk. Three of five are those of the bank's other helpdesk, under
 * the same seed and number of tickets the very same persons; but here their addresses and phone
 * numbers are spelled as they happened to be typed. Immutable.
 */
final class Contacts {
  private static final long FIRST_SHARED = 43_100_000_000L;
  private static final long FIRST_OWN = 43_200_000_000L;
  private static final long FIRST_COMPANY = 43_300_000_000L;
  private static final long FIRST_OWN_COMPANY = 43_400_000_000L;
  private static final long DAY = 86_400;

  private final long seed;
  private final int each;
  private final long until;
  private final People shared;
  private final People own;

  Contacts(long seed, int tickets, long until) {
    this.seed = seed;
    this.until = until;
    each = People.writing(tickets);
    shared = new People(seed, tickets, FIRST_SHARED, FIRST_COMPANY);
    own = new People(seed + 41, tickets, FIRST_OWN, FIRST_OWN_COMPANY);
  }

  Contact draw(SplittableRandom random) {
    boolean both = random.nextInt(5) < 3;
    Person person = (both ? shared : own).draw(random);
    return contact(person, both);
  }

  Optional<Contact> find(long id) {
    return id < FIRST_OWN
        ? shared.find(id).map(p -> contact(p, true))
        : own.find(id).map(p -> contact(p, false));
  }

  List<Long> ids() {
    return LongStream.concat(
            LongStream.range(FIRST_SHARED, FIRST_SHARED + each),
            LongStream.range(FIRST_OWN, FIRST_OWN + each))
        .boxed()
        .toList();
  }

  Optional<Organization> company(long id) {
    return id < FIRST_OWN_COMPANY ? shared.organization(id) : own.organization(id);
  }

  List<Long> companyIds() {
    return LongStream.concat(companies(FIRST_COMPANY, shared), companies(FIRST_OWN_COMPANY, own))
        .boxed()
        .toList();
  }

  private static LongStream companies(long first, People people) {
    return LongStream.iterate(first, id -> people.organization(id).isPresent(), id -> id + 1);
  }

  private Contact contact(Person person, boolean both) {
    long number = person.id() - (both ? FIRST_SHARED : FIRST_OWN);
    SplittableRandom random = Chance.of(seed + 43, person.id());
    String email = both ? person.email() : "client" + (number + 1) + "@example.net";
    String phone = both ? person.phone() : ownPhone(random, number);
    int typing = random.nextInt(10);
    if (typing < 2) {
      email = email.substring(0, 1).toUpperCase(Locale.ROOT) + email.substring(1);
    } else if (typing == 2 && phone != null) {
      // came in by phone; nobody asked for an address
      email = null;
    }
    if (phone != null && random.nextBoolean()) {
      phone = phone.replace("+44 ", "0").replace(' ', '-');
    }
    boolean onTheMove = random.nextInt(4) == 0;
    return new Contact(
        person.id(),
        person.name(),
        email,
        onTheMove ? null : phone,
        onTheMove ? phone : null,
        person.locale().startsWith("zh") ? person.locale() : "en",
        person.organizationId(),
        until - random.nextInt(700) * DAY - random.nextInt(86_400));
  }

  private static String ownPhone(SplittableRandom random, long number) {
    return random.nextInt(3) == 0
        // made for each ticket anew; a formatter takes as long as all the rest of a contact
        ? "+44 161 496 0" + Long.toString(1_000 + number % 1_000).substring(1)
        : null;
  }
}
