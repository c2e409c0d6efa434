package org.tagsmith.domain.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which contacts are the same person, by the rules of ADR 0018. What comes out depends on the
 * contacts alone, in whatever order they are given. Pure.
 */
public final class CustomerJoin {
  /** An address of more contacts than this is shared by people, whatever it is called. */
  public static final int MOST_OF_ONE_ADDRESS = 5;

  private final Map<ContactId, ContactId> leads = new HashMap<>();

  private CustomerJoin() {}

  /**
   * Joins contacts.
   *
   * @return for each contact that is joined with another one: the lowest of all that are one person
   */
  public static Map<ContactId, ContactId> of(Collection<ReachedContact> contacts) {
    CustomerJoin join = new CustomerJoin();
    groups(contacts, contact -> ContactKeys.ofEmail(contact.email())).forEach(join::byEmail);
    groups(contacts, contact -> ContactKeys.ofPhone(contact.phone())).forEach(join::byPhone);
    return join.people();
  }

  private static Collection<List<ReachedContact>> groups(
      Collection<ReachedContact> contacts, Function<ReachedContact, Optional<String>> key) {
    Map<String, List<ReachedContact>> groups = new HashMap<>();
    for (ReachedContact contact : contacts) {
      key.apply(contact)
          .ifPresent(each -> groups.computeIfAbsent(each, any -> new ArrayList<>(2)).add(contact));
    }
    groups.values().removeIf(group -> group.size() < 2);
    return groups.values();
  }

  private void byEmail(List<ReachedContact> group) {
    if (group.size() <= MOST_OF_ONE_ADDRESS) {
      unite(group);
    }
  }

  /** A number that two contacts of one helpdesk share may be a household's or a switchboard's. */
  private void byPhone(List<ReachedContact> group) {
    Set<Object> accounts = new HashSet<>();
    for (ReachedContact contact : group) {
      if (!accounts.add(contact.id().account())) {
        return;
      }
    }
    for (ReachedContact one : group) {
      for (ReachedContact other : group) {
        if (!ContactKeys.namesAgree(one.name(), other.name())) {
          return;
        }
      }
    }
    unite(group);
  }

  private void unite(List<ReachedContact> group) {
    ContactId first = leadOf(group.get(0).id());
    for (ReachedContact contact : group) {
      ContactId lead = leadOf(contact.id());
      if (first.compareTo(lead) < 0) {
        leads.put(lead, first);
      } else if (first.compareTo(lead) > 0) {
        leads.put(first, lead);
        first = lead;
      }
    }
  }

  private ContactId leadOf(ContactId contact) {
    ContactId lead = contact;
    for (ContactId next = leads.get(lead); next != null; next = leads.get(lead)) {
      lead = next;
    }
    if (!lead.equals(contact)) {
      leads.put(contact, lead);
    }
    return lead;
  }

  private Map<ContactId, ContactId> people() {
    Map<ContactId, ContactId> people = new TreeMap<>();
    for (ContactId contact : List.copyOf(leads.keySet())) {
      ContactId lead = leadOf(contact);
      people.put(contact, lead);
      people.put(lead, lead);
    }
    return people;
  }
}
