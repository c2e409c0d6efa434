package org.tagsmith.sandbox.zendesk.export;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.tagsmith.sandbox.desk.Organization;
import org.tagsmith.sandbox.desk.Person;

/** The people and organizations an export names; those without a number get one. */
final class Directory {
  private static final long FIRST_PERSON = 360_100_000_000L;
  private static final long FIRST_ORGANIZATION = 360_900_000_000L;

  final Map<Long, Person> people = new HashMap<>();
  final Map<Long, Organization> organizations = new HashMap<>();
  private final Map<String, Long> peopleByKey = new HashMap<>();
  private final Map<String, Long> organizationsByName = new HashMap<>();

  /** Takes a person who has a number. */
  void add(Person person) {
    people.put(person.id(), person);
  }

  /** Takes an organization that has a number. */
  void add(Organization organization) {
    organizations.put(organization.id(), organization);
  }

  /** The number of a person known by e-mail or, failing that, by name; 0 if both are empty. */
  long personNumber(String email, String name, long organizationId) {
    String key = (email.isEmpty() ? name : email).toLowerCase(Locale.ROOT);
    if (key.isEmpty()) {
      return 0;
    }
    return peopleByKey.computeIfAbsent(
        key,
        fresh -> {
          long id = FIRST_PERSON + peopleByKey.size();
          String shown = name.isEmpty() ? email : name;
          add(person(id, shown, email.isEmpty() ? null : email, organizationId));
          return id;
        });
  }

  /** The number of a person of whom nothing is known but one ticket. */
  long unknownPerson(long ticketId) {
    long id = FIRST_PERSON + 50_000_000L + ticketId;
    people.computeIfAbsent(id, fresh -> person(fresh, "Customer of ticket " + ticketId, null, 0));
    return id;
  }

  private static Person person(long id, String name, String email, long organizationId) {
    return new Person(id, name, email, null, "en-US", organizationId, "end-user");
  }

  /** The number of an organization known by name, 0 if it is empty. */
  long organizationNumber(String name) {
    if (name.isEmpty()) {
      return 0;
    }
    return organizationsByName.computeIfAbsent(
        name,
        fresh -> {
          long id = FIRST_ORGANIZATION + organizationsByName.size();
          add(new Organization(id, name));
          return id;
        });
  }
}
