package org.tagsmith.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.tagsmith.domain.shared.HelpdeskAccountId;

class CustomerJoinTest {
  private static final int ZENDESK = 1;
  private static final int FRESHDESK = 2;

  @Example
  void the_same_address_is_the_same_person_whatever_its_case_and_name() {
    assertThat(
            CustomerJoin.of(
                List.of(
                    contact(ZENDESK, 7, "Ann Lee", "Ann@Example.com", null),
                    contact(FRESHDESK, 9, "A. Smith", " ann@example.COM ", null),
                    contact(FRESHDESK, 10, "Bob", "bob@example.com", null))))
        .isEqualTo(joined(id(ZENDESK, 7), id(FRESHDESK, 9)));
  }

  @Example
  void dots_and_what_follows_a_plus_tell_addresses_apart() {
    assertThat(
            CustomerJoin.of(
                List.of(
                    contact(ZENDESK, 1, null, "ann.lee@example.com", null),
                    contact(FRESHDESK, 2, null, "annlee@example.com", null),
                    contact(FRESHDESK, 3, null, "ann.lee+bank@example.com", null))))
        .isEmpty();
  }

  @Example
  void a_number_with_the_countrys_prefix_joins_where_each_helpdesk_has_it_once() {
    assertThat(
            CustomerJoin.of(
                List.of(
                    contact(ZENDESK, 1, "Ann Lee", null, "+44 (0)20 7946-0101"),
                    contact(FRESHDESK, 2, "lee, ANN M.", "ann@example.com", "0044 20 7946 0101"))))
        .isEqualTo(joined(id(ZENDESK, 1), id(FRESHDESK, 2)));
  }

  @Example
  void a_number_joins_nobody_that_one_helpdesk_has_twice_or_whose_names_differ() {
    String phone = "+44 20 7946 0101";
    assertThat(
            CustomerJoin.of(
                List.of(
                    contact(ZENDESK, 1, "Ann Lee", null, phone),
                    contact(FRESHDESK, 2, "Ann Lee", null, phone),
                    contact(FRESHDESK, 3, "Tom Lee", null, phone))))
        .isEmpty();
    assertThat(
            CustomerJoin.of(
                List.of(
                    contact(ZENDESK, 1, "Ann Lee", null, phone),
                    contact(FRESHDESK, 2, "Tom Lee", null, phone))))
        .isEmpty();
  }

  @Example
  void a_number_without_the_countrys_prefix_joins_nobody() {
    assertThat(
            CustomerJoin.of(
                List.of(
                    contact(ZENDESK, 1, "Ann", null, "020 7946 0101"),
                    contact(FRESHDESK, 2, "Ann", null, "020 7946 0101"),
                    contact(ZENDESK, 3, "Bob", null, "+44"),
                    contact(FRESHDESK, 4, "Bob", null, "+44"),
                    contact(ZENDESK, 5, "Cy", null, "+44 20 7946 0101 ext 5"),
                    contact(FRESHDESK, 6, "Cy", null, "+44 20 7946 0101 ext 5"))))
        .isEmpty();
  }

  @Example
  void shared_addresses_join_nobody() {
    for (String address :
        List.of(
            "noreply@example.com",
            "No-Reply@example.com",
            "do_not_reply@example.com",
            "info@example.com",
            "info+bank@example.com",
            "not an address",
            "@example.com",
            "")) {
      assertThat(
              CustomerJoin.of(
                  List.of(
                      contact(ZENDESK, 1, "Ann", address, null),
                      contact(FRESHDESK, 2, "Ann", address, null))))
          .as(address)
          .isEmpty();
    }
  }

  @Example
  void an_address_of_more_than_five_contacts_is_shared() {
    List<ReachedContact> five =
        IntStream.rangeClosed(1, 5)
            .mapToObj(i -> contact(ZENDESK, i, null, "family@example.com", null))
            .toList();
    List<ReachedContact> six = new ArrayList<>(five);
    six.add(contact(FRESHDESK, 6, null, "family@example.com", null));

    assertThat(CustomerJoin.of(five)).hasSize(5);
    assertThat(CustomerJoin.of(six)).isEmpty();
  }

  @Example
  void who_is_joined_with_one_by_address_and_with_another_by_number_is_one_person() {
    assertThat(
            CustomerJoin.of(
                List.of(
                    contact(FRESHDESK, 5, "Ann Lee", "ann@example.com", "+886 2 2345 6789"),
                    contact(ZENDESK, 9, null, "ann@example.com", null),
                    contact(ZENDESK, 4, "Ann", "lee@work.example", "+886 2 2345 6789"))))
        .isEqualTo(joined(id(ZENDESK, 4), id(ZENDESK, 9), id(FRESHDESK, 5)));
  }

  @Property(tries = 300)
  void the_order_in_which_contacts_come_does_not_matter(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 40) int size) {
    Random random = new Random(seed);
    List<ReachedContact> contacts = contacts(random, size);
    List<ReachedContact> shuffled = new ArrayList<>(contacts);
    Collections.shuffle(shuffled, random);

    assertThat(CustomerJoin.of(shuffled)).isEqualTo(CustomerJoin.of(contacts));
  }

  @Property(tries = 300)
  void a_contact_that_loses_what_it_shared_leaves_the_others_as_they_were_without_it(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
    Random random = new Random(seed);
    List<ReachedContact> contacts = contacts(random, size);
    int lost = random.nextInt(size);
    List<ReachedContact> without = new ArrayList<>(contacts);
    ReachedContact alone = without.remove(lost);
    List<ReachedContact> with = new ArrayList<>(without);
    with.add(new ReachedContact(alone.id(), alone.name(), null, null));

    assertThat(CustomerJoin.of(with)).isEqualTo(CustomerJoin.of(without));
  }

  @Property(tries = 300)
  void each_person_is_named_by_its_lowest_contact(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 40) int size) {
    Map<ContactId, ContactId> people = CustomerJoin.of(contacts(new Random(seed), size));

    people.forEach(
        (contact, lead) -> {
          assertThat(lead).isLessThanOrEqualTo(contact);
          assertThat(people).containsEntry(lead, lead);
          assertThat(people.values().stream().filter(lead::equals)).hasSizeGreaterThan(1);
        });
  }

  /** Few addresses, numbers and names, so that much is shared. */
  private static List<ReachedContact> contacts(Random random, int size) {
    List<ReachedContact> contacts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      contacts.add(
          contact(
              1 + random.nextInt(3),
              i,
              random.nextBoolean() ? null : List.of("Ann", "Ann Lee", "Tom").get(random.nextInt(3)),
              random.nextInt(3) == 0 ? null : "c" + random.nextInt(12) + "@example.com",
              random.nextInt(3) == 0 ? null : "+44 20 7946 01" + (10 + random.nextInt(12))));
    }
    return contacts;
  }

  private static Map<ContactId, ContactId> joined(ContactId lead, ContactId... others) {
    Map<ContactId, ContactId> people = new java.util.HashMap<>(Map.of(lead, lead));
    for (ContactId other : others) {
      people.put(other, lead);
    }
    return people;
  }

  private static ContactId id(int account, long number) {
    return new ContactId(new HelpdeskAccountId(account), number);
  }

  private static ReachedContact contact(
      int account, long number, String name, String email, String phone) {
    return new ReachedContact(id(account, number), name, email, phone);
  }
}
