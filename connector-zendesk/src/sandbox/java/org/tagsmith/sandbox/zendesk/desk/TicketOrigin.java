package org.tagsmith.sandbox.zendesk.desk;

import java.util.Optional;
import org.tagsmith.sandbox.desk.Organization;
import org.tagsmith.sandbox.desk.Person;

/**
 * Where the sandbox's tickets come from before anybody changes them: invented or read from a file.
 * Immutable and thread-safe; the same position gives the same ticket each time.
 */
public interface TicketOrigin {
  /** Which tickets these are and what was filled in, one line for people. */
  String described();

  /** How many tickets there are; positions run from 0 to this, in ascending order of number. */
  int size();

  /** The whole ticket at a position. */
  SandboxTicket ticket(int position);

  /** The export's ordering stamp of the ticket at a position, cheaper than the whole ticket. */
  long generatedAt(int position);

  /** Whether the ticket at a position is deleted, cheaper than the whole ticket. */
  boolean deletedAt(int position);

  /** The ticket's number at a position. */
  long idAt(int position);

  /** The position of a number, negative if there is no such ticket. */
  int positionOf(long id);

  /** The lowest position whose number is at least this; the size if there is none. */
  default int firstPositionFrom(long bound) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (idAt(middle) < bound) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The requester of that number. */
  Optional<Person> person(long id);

  /** The organization of that number. */
  Optional<Organization> organization(long id);
}
