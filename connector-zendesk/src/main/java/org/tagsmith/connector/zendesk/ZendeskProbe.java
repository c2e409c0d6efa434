package org.tagsmith.connector.zendesk;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import org.tagsmith.connector.zendesk.wire.CountJson;
import org.tagsmith.connector.zendesk.wire.MeJson;
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
 * Tries a Zendesk account with reading calls only: who am I, one ticket of the export, how many
 * tickets. Each trouble names the field and the remedy.
 *
 * @see <a href="https://developer.zendesk.com/api-reference/ticketing/users/users/#show-self">Show
 *     self</a>
 */
final class ZendeskProbe {
  private static final String SUBDOMAIN = AccountHosts.FIELD;
  private static final String USER = "user";
  private static final String KEY = "key";

  /** Zendesk stops counting there while a fresh count is not there yet. */
  private static final long COUNT_CAP = 100_000;

  private final ZendeskAccount account;
  private final Clock clock;
  private Step step = Step.REACHED;

  ZendeskProbe(ZendeskAccount account, Clock clock) {
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
    } catch (ZendeskRefusal e) {
      // recorded: a subdomain that nobody has may also be answered by an empty 404
      return step == Step.REACHED && e.status() == 404
          ? noSuchHelpdesk()
          : notUnderstood(e.getMessage());
    } catch (AnswerTooHeavy e) {
      return unusable(e.asFailure());
    }
  }

  private ConnectionReport tried() {
    MeJson me = account.api().send(ZendeskRequest.me());
    step = Step.KEY;
    if (me.user() == null || me.user().id() == null) {
      return keyRefused("Zendesk does not know this token");
    }
    step = Step.READ;
    if (!"admin".equals(me.user().role())) {
      return new Unusable(
          step,
          "needs-admin",
          USER,
          "The export of tickets needs an admin, and this person is none. Give them the role, or"
              + " take the e-mail address of an admin.");
    }
    long before = clock.instant().minus(Duration.ofHours(1)).getEpochSecond();
    account.api().send(ZendeskRequest.firstPage(before, 1));
    return new Usable(count(), account.api().callsPerMinute(), MayWrite.YES);
  }

  private OptionalLong count() {
    try {
      CountJson count = account.api().send(ZendeskRequest.countTickets()).count();
      return count == null || count.value() == null || count.value() == COUNT_CAP
          ? OptionalLong.empty()
          : OptionalLong.of(count.value());
    } catch (ZendeskRefusal | ConnectorFailure | AnswerTooHeavy notTold) {
      // the number is a comfort; reading works without it
      return OptionalLong.empty();
    }
  }

  private Unusable unusable(ConnectorFailure failure) {
    if (failure instanceof ConnectorFailure.CredentialsRejected) {
      return step == Step.REACHED && failure.getMessage().contains(ZendeskApi.NOBODY_HERE)
          ? noSuchHelpdesk()
          : keyRefused("Zendesk refused this e-mail address and token");
    }
    if (failure instanceof ConnectorFailure.NotPermitted) {
      return new Unusable(
          Step.READ,
          "needs-admin",
          USER,
          "Zendesk lets this person not read the export of tickets. Give them the role of an"
              + " admin.");
    }
    if (failure instanceof ConnectorFailure.Throttled throttled) {
      return new Unusable(
          step,
          "throttled",
          SUBDOMAIN,
          "Zendesk asks for a pause. Test again in "
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

  private static Unusable noSuchHelpdesk() {
    return new Unusable(
        Step.REACHED,
        "no-such-helpdesk",
        SUBDOMAIN,
        "There is no Zendesk at this address. Take the subdomain from the address that agents"
            + " open.");
  }

  private static Unusable keyRefused(String message) {
    return new Unusable(
        Step.KEY,
        "key-refused",
        KEY,
        message
            + ". Check both, and that token access is on in Zendesk's Admin Center; or make a new"
            + " token and paste it here.");
  }
}
