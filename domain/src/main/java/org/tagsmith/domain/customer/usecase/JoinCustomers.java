package org.tagsmith.domain.customer.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tagsmith.domain.customer.ContactId;
import org.tagsmith.domain.customer.CustomerJoin;
import org.tagsmith.domain.customer.CustomerJoinRepository;

/**
 * Finds out which contacts are the same person, in all helpdesks at once. What it writes is derived
 * and can be thrown away at any time. Thread-safe.
 */
@ApplicationScoped
public class JoinCustomers {
  private static final Duration BETWEEN_JOINS = Duration.ofMinutes(1);

  private final CustomerJoinRepository joins;
  private final boolean wanted;

  protected JoinCustomers() {
    this(null, false);
  }

  /**
   * @param wanted whether customers are joined at all; where not, earlier joins are taken back
   */
  @Inject
  public JoinCustomers(
      CustomerJoinRepository joins,
      @ConfigProperty(name = "tagsmith.customers.join", defaultValue = "true") boolean wanted) {
    this.joins = joins;
    this.wanted = wanted;
  }

  /**
   * Joins anew if contacts changed since the last time, at most once a minute.
   *
   * @return how many contacts are joined with others; empty if there was nothing to do
   */
  @Transactional
  public OptionalInt joinIfDue() {
    return join(BETWEEN_JOINS);
  }

  /**
   * Joins anew if contacts changed since the last time.
   *
   * @return how many contacts are joined with others; empty if there was nothing to do
   */
  @Transactional
  public OptionalInt join() {
    return join(Duration.ZERO);
  }

  private OptionalInt join(Duration pause) {
    if (!wanted) {
      joins.clear();
      return OptionalInt.empty();
    }
    OptionalLong state = joins.begin(pause);
    if (state.isEmpty()) {
      return OptionalInt.empty();
    }
    Map<ContactId, ContactId> people =
        CustomerJoin.of(joins.sharing(CustomerJoin.MOST_OF_ONE_ADDRESS));
    joins.replace(people, state.getAsLong());
    return OptionalInt.of(people.size());
  }
}
