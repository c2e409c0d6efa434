package org.tagsmith.sandbox.freshdesk.desk;

import java.util.List;
import java.util.Optional;
import org.tagsmith.sandbox.desk.Organization;

/**
 * Where the sandbox's tickets come from before anybody changes them. Immutable and thread-safe; the
 * same position gives the same ticket each time.
 */
public interface TicketOrigin {
  /** Which tickets these are and what was filled in, one line for people. */
  String described();

  /** How many tickets there are; positions run from 0 to this, in ascending order of number. */
  int size();

  /** The whole ticket at a position. */
  SandboxTicket ticket(int position);

  /** What lists need of the ticket at a position, cheaper than the whole. */
  Outline outline(int position);

  /** The ticket's number at a position. */
  long idAt(int position);

  /** The position of a number, negative if there is no such ticket. */
  int positionOf(long id);

  /** The contact of that number. */
  Optional<Contact> contact(long id);

  /** All contacts' numbers, ascending; a copy. */
  List<Long> contactIds();

  /** The company of that number. */
  Optional<Organization> company(long id);

  /** All companies' numbers, ascending. */
  List<Long> companyIds();
}
