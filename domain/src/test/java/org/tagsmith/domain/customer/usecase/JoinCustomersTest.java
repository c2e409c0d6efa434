package org.tagsmith.domain.customer.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagsmith.domain.sync.persistence.StoreFixture.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeTry;
import org.tagsmith.domain.customer.ContactId;
import org.tagsmith.domain.customer.ContactSnapshot;
import org.tagsmith.domain.customer.CustomerJoin;
import org.tagsmith.domain.customer.ReachedContact;
import org.tagsmith.domain.customer.persistence.CustomerJoinsForTests;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.persistence.StoreFixture;

class JoinCustomersTest {
  private static StoreFixture fixture;

  private JoinCustomers join;
  private HelpdeskAccount zendesk;
  private HelpdeskAccount freshdesk;

  @BeforeContainer
  static void open() {
    fixture = new StoreFixture();
  }

  @AfterContainer
  static void close() {
    fixture.close();
  }

  @BeforeTry
  void begin() {
    fixture.database().execute("truncate helpdesk_account cascade");
    fixture.database().execute("update customer_join set contacts = null, joined_at = null");
    join = joining(true);
    zendesk = fixture.account();
    freshdesk = fixture.freshdesk();
  }

  @Example
  void joins_are_worked_out_when_contacts_changed_and_only_then() {
    assertThat(run(join)).hasValue(0);
    store(zendesk, contact(1, "ann@example.com"));
    store(freshdesk, contact(2, "Ann@example.com"), contact(3, "bob@example.com"));

    assertThat(run(join)).hasValue(2);
    List<String> joined = people();

    assertThat(joined).hasSize(2);
    assertThat(run(join)).isEmpty();
    store(zendesk, contact(1, "ann@example.com"));
    assertThat(run(join)).isEmpty();
    store(zendesk, contact(4, "cy@example.com"));
    assertThat(run(join)).hasValue(2);
    assertThat(people()).as("rows that say the same are not written").isEqualTo(joined);
  }

  @Example
  void a_join_that_was_a_moment_ago_is_not_repeated_by_the_timer() {
    run(join);
    store(zendesk, contact(1, "ann@example.com"));

    OptionalInt due = fixture.database().inTransaction(any -> join.joinIfDue());

    assertThat(due).isEmpty();
    assertThat(run(join)).hasValue(0);
  }

  @Example
  void an_address_that_changes_parts_who_was_joined_and_contacts_stay_as_they_are() {
    store(zendesk, contact(1, "ann@example.com"));
    store(freshdesk, contact(2, "ann@example.com"));
    List<String> contacts = contacts();
    run(join);
    assertThat(contacts()).isEqualTo(contacts);

    store(freshdesk, contact(2, "tom@example.com"));
    run(join);

    assertThat(people()).isEmpty();
  }

  @Example
  void joins_that_are_taken_back_come_again_as_they_were() {
    store(zendesk, contact(1, "ann@example.com"), contact(5, "eve@example.com"));
    store(freshdesk, contact(2, "ann@example.com"), contact(6, "eve@example.com"));
    run(join);
    Set<String> before = leads();
    List<String> contacts = contacts();

    run(joining(false));
    assertThat(people()).isEmpty();
    assertThat(contacts()).isEqualTo(contacts);
    run(join);

    assertThat(leads()).isEqualTo(before).hasSize(4);
  }

  @Example
  void an_address_of_many_is_not_joined_for_the_few_of_whom_a_number_is_shared_too() {
    List<ContactSnapshot> many = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      String phone = i == 1 ? "+44 20 7946 0101" : null;
      many.add(new ContactSnapshot(i, "Name " + i, "desk@example.com", phone, 0));
    }
    store(zendesk, many.toArray(ContactSnapshot[]::new));
    store(freshdesk, new ContactSnapshot(9, "Name 1", null, "0044 20 7946 0101", 0));
    store(freshdesk, new ContactSnapshot(8, "Other", "desk@example.com", null, 0));

    assertThat(run(join)).hasValue(2);
  }

  @Property(tries = 15)
  void whatever_the_order_of_pages_the_database_holds_what_the_rules_say(@ForAll long seed) {
    Random random = new Random(seed);
    List<Runnable> pages = new ArrayList<>();
    List<ReachedContact> all = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      HelpdeskAccount account = random.nextBoolean() ? zendesk : freshdesk;
      ContactSnapshot contact = anyContact(random, i);
      all.add(
          new ReachedContact(
              new ContactId(account.id(), i), contact.name(), contact.email(), contact.phone()));
      pages.add(() -> store(account, contact));
    }
    Collections.shuffle(pages, random);
    for (Runnable page : pages) {
      page.run();
      if (random.nextInt(10) == 0) {
        run(join);
      }
    }
    run(join);

    assertThat(leads())
        .isEqualTo(
            new TreeMap<>(CustomerJoin.of(all))
                .entrySet().stream()
                    .map(
                        each ->
                            "%d|%d|%d|%d"
                                .formatted(
                                    each.getKey().account().value(),
                                    each.getKey().remoteId(),
                                    each.getValue().account().value(),
                                    each.getValue().remoteId()))
                    .collect(Collectors.toSet()));
  }

  private static ContactSnapshot anyContact(Random random, int id) {
    String email =
        random.nextInt(3) == 0
            ? null
            : List.of("c%d@example.com", " C%d@Example.com", "info@example%d.com")
                .get(random.nextInt(3))
                .formatted(random.nextInt(9));
    String phone =
        random.nextInt(3) == 0
            ? null
            : List.of("+44 (0)20 7946 0%d", "0044 20-7946-0%d", "020 7946 0%d")
                .get(random.nextInt(3))
                .formatted(100 + random.nextInt(9));
    return new ContactSnapshot(id, List.of("Ann Lee", "Ann", "").get(id % 3), email, phone, 0);
  }

  private JoinCustomers joining(boolean wanted) {
    return new JoinCustomers(CustomerJoinsForTests.jdbc(fixture.database().dataSource()), wanted);
  }

  private OptionalInt run(JoinCustomers joining) {
    return fixture.database().inTransaction(any -> joining.join());
  }

  private void store(HelpdeskAccount account, ContactSnapshot... contacts) {
    fixture.store(account, page(List.of(contacts), List.of()));
  }

  private static ContactSnapshot contact(long id, String email) {
    return new ContactSnapshot(id, "Name " + id, email, null, 0);
  }

  /** With their versions: a row that is written again has another one. */
  private List<String> people() {
    return fixture.rows("select xmin, * from contact_person order by account_id, contact_id");
  }

  private Set<String> leads() {
    return new HashSet<>(fixture.rows("select * from contact_person"));
  }

  private List<String> contacts() {
    return fixture.rows("select xmin, * from contact order by account_id, remote_id");
  }
}
