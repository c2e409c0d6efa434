package org.tagsmith.connector.freshdesk;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.tagsmith.connector.freshdesk.wire.MeJson;
import org.tagsmith.connector.freshdesk.wire.TicketJson;
import org.tagsmith.domain.sync.AccountSettings;
import org.tagsmith.domain.sync.ConnectionReport;
import org.tagsmith.domain.sync.ConnectionReport.MayWrite;
import org.tagsmith.domain.sync.ConnectionReport.Step;
import org.tagsmith.domain.sync.ConnectionReport.Unusable;
import org.tagsmith.domain.sync.ConnectionReport.Usable;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.http.AccountHosts;
import org.tagsmith.domain.sync.http.AnswerTooHeavy;
import org.tagsmith.domain.sync.http.PublicConnections;

/**
 * Tries a Freshdesk account with reading calls only: who am I, one ticket, how many tickets. Each
 * trouble names the field and the remedy. Whether labels may be changed, Freshdesk tells only at
 * the first change.
 *
 * @see <a href="https://developers.freshdesk.com/api/#me">Currently authenticated agent</a>
 */
final class FreshdeskProbe {
  private static final String SUBDOMAIN = AccountHosts.FIELD;
  private static final String KEY = "key";
  private static final int ALL_TICKETS = 1;

  private final FreshdeskAccount account;
  private final Clock clock;
  private Step step = Step.REACHED;

  FreshdeskProbe(FreshdeskAccount account, Clock clock) {
    this.account = account;
    this.clock = clock;
  }

  /** Tries settings that were checked. */
  ConnectionReport of(AccountSettings settings, AccountHosts hosts) {
    try {
      URI base = hosts.base(settings.subdomain());
      if (hosts.isVendors(settings.subdomain()) && !PublicConnections.leadsToPublic(base)) {
        return new Unusable(
            Step.REACHED,
            "private-address",
            SUBDOMAIN,
            base.getHost() + " leads to an address of a private network and was not called");
      }
      return tried();
    } catch (ConnectorFailure e) {
      return unusable(e);
    } catch (FreshdeskRefusal e) {
      return refused(e);
    } catch (AnswerTooHeavy e) {
      return unusable(e.asFailure());
    }
  }

  private ConnectionReport tried() {
    MeJson me = account.api().send(FreshdeskRequest.me()).body();
    step = Step.READ;
    if (me.ticketScope() != null && me.ticketScope() != ALL_TICKETS) {
      return needsAllTickets();
    }
    long since = clock.instant().minus(Duration.ofHours(1)).getEpochSecond();
    FreshdeskAnswer<TicketJson[]> page =
        account.api().send(FreshdeskRequest.newestTicket(Listing.TICKETS, since));
    double limit = page.limits().total();
    return new Usable(
        count(), limit > 0 ? OptionalInt.of((int) limit) : OptionalInt.empty(), MayWrite.NOT_TOLD);
  }

  private OptionalLong count() {
    try {
      Long total = account.api().send(FreshdeskRequest.countTickets()).body().total();
      return total == null || total < 0 ? OptionalLong.empty() : OptionalLong.of(total);
    } catch (FreshdeskRefusal | ConnectorFailure | AnswerTooHeavy notTold) {
      // the number is a comfort; reading works without it
      return OptionalLong.empty();
    }
  }

  private Unusable refused(FreshdeskRefusal refusal) {
    return step == Step.REACHED && refusal.status() == 404
        ? new Unusable(
            Step.REACHED,
            "no-such-helpdesk",
            SUBDOMAIN,
            "There is no Freshdesk at this address. Take the subdomain from the address that agents"
                + " open.")
        : notUnderstood(refusal.getMessage());
  }

  private Unusable unusable(ConnectorFailure failure) {
    if (failure instanceof ConnectorFailure.CredentialsRejected) {
      return new Unusable(
          Step.KEY,
          "key-refused",
          KEY,
          "Freshdesk refused this API key. Copy it again from the profile of its owner.");
    }
    if (failure instanceof ConnectorFailure.NotPermitted) {
      return needsAllTickets();
    }
    if (failure instanceof ConnectorFailure.Throttled throttled) {
      return new Unusable(
          step,
          "throttled",
          SUBDOMAIN,
          "Freshdesk asks for a pause. Test again in "
              + throttled.retryAfter().toSeconds()
              + " seconds.");
    }
    if (failure instanceof ConnectorFailure.Unreachable) {
      return new Unusable(
          step,
          "unreachable",
          SUBDOMAIN,
          failure.getMessage() + ". Check the subdomain, and whether this server may call it.");
    }
    return notUnderstood(failure.getMessage());
  }

  private Unusable notUnderstood(String message) {
    return new Unusable(step, "not-understood", SUBDOMAIN, message + ". Check the subdomain.");
  }

  private static Unusable needsAllTickets() {
    return new Unusable(
        Step.READ,
        "needs-all-tickets",
        KEY,
        "The owner of this API key does not see all tickets. Give them global access in Freshdesk,"
            + " or take the key of an admin.");
  }
}
