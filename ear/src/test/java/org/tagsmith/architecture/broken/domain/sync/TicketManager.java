package org.tagsmith.architecture.broken.domain.sync;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.transaction.Transactional;
import org.tagsmith.architecture.Breaks;

/** Names without a meaning; a row in the model; a transaction where nobody looks for one. */
@Breaks("names_say_what_a_thing_is")
final class TicketManager {
  @Breaks("names_say_what_a_thing_is")
  static final class TicketHelper {}

  @Breaks("names_say_what_a_thing_is")
  static final class TicketUtils {}

  @Breaks("names_say_what_a_thing_is")
  static final class ConnectorImpl {}

  @Breaks("names_say_what_a_thing_is")
  record TicketDto() {}

  @Entity
  @Breaks({
    "entities_stay_behind_persistence",
    "the_model_speaks_plain_java",
    "hibernate_stays_behind_persistence"
  })
  static class TicketRow {
    @Id long id;
  }

  @Breaks({"transactions_start_in_use_cases", "the_model_speaks_plain_java"})
  static class Ticket {
    @Transactional
    void store() {}
  }
}
