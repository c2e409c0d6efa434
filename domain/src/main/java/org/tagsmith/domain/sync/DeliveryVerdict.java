package org.tagsmith.domain.sync;

import java.util.Objects;
import java.util.OptionalLong;

/** What a connector makes of a delivery. */
public sealed interface DeliveryVerdict {
  /**
   * The helpdesk sent it.
   *
   * @param ticket the number of the ticket to look at; empty if the delivery is about none
   * @param mark what no other delivery has, at most 64 characters, so that the same one is known
   *     again; null if the helpdesk puts nothing of the kind into it
   */
  record Genuine(OptionalLong ticket, String mark) implements DeliveryVerdict {
    public Genuine {
      Objects.requireNonNull(ticket, "ticket");
    }
  }

  /** It is not taken. */
  record Refused(DeliveryRefusal reason) implements DeliveryVerdict {
    public Refused {
      Objects.requireNonNull(reason, "reason");
    }
  }
}
