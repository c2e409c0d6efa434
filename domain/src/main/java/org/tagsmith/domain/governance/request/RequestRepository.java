package org.tagsmith.domain.governance.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tagsmith.domain.ticket.TicketId;

/** Keeps requests and the threshold. Thread-safe; also for several servers. */
public interface RequestRepository {
  /** Keeps everybody else from asking until the transaction ends. */
  void lockAsking();

  /**
   * Those that wait, the oldest first.
   *
   * @param most how many at most
   */
  List<TagRequest> waiting(int most);

  /** Those that are answered, the newest answer first. */
  List<TagRequest> answered(int most);

  /** All that this person asked for or named a ticket for, the newest first. */
  List<TagRequest> of(String person, int most);

  /** How many wait. */
  long countWaiting();

  /** How many of this person's wait. */
  long countWaiting(String askedBy);

  Optional<TagRequest> find(long id);

  /** The same, kept from other transactions until this one ends. */
  Optional<TagRequest> lock(long id);

  /**
   * Keeps a new one.
   *
   * @return its number
   */
  long add(Wanted wanted, String by, Instant at);

  /** Adds tickets; those that are named already stay as they were. */
  void addTickets(long id, Set<TicketId> tickets, String by);

  /** Keeps answer, owner and due date under the next version. */
  void change(TagRequest request, String by, Instant at);

  /** How many contacts it takes; empty while nobody said. */
  Optional<Integer> threshold();

  void setThreshold(int contacts, String by, Instant at);
}
