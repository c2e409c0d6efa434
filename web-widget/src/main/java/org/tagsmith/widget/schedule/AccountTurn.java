package org.tagsmith.widget.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import org.tagsmith.domain.customer.usecase.JoinCustomers;
import org.tagsmith.domain.report.usecase.CurrentSubjects;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.SyncOutcome;
import org.tagsmith.domain.sync.usecase.BackfillTickets;
import org.tagsmith.domain.sync.usecase.CompareWithHelpdesk;
import org.tagsmith.domain.sync.usecase.KeepDeliveryCounts;
import org.tagsmith.domain.sync.usecase.LookAtTickets;
import org.tagsmith.domain.sync.usecase.OpenStreams;
import org.tagsmith.domain.sync.usecase.RunPlans;
import org.tagsmith.domain.sync.usecase.SyncTickets;
import org.tagsmith.domain.sync.usecase.WriteBackLabels;

/** What is done when it is an account's turn, and between turns. Blocks; thread-safe. */
@ApplicationScoped
public class AccountTurn {
  private static final System.Logger LOG = System.getLogger(AccountTurn.class.getName());

  private final OpenStreams openStreams;
  private final SyncTickets syncTickets;
  private final BackfillTickets backfillTickets;
  private final WriteBackLabels writeBackLabels;
  private final RunPlans runPlans;
  private final LookAtTickets lookAtTickets;
  private final KeepDeliveryCounts keepDeliveryCounts;
  private final CompareWithHelpdesk compareWithHelpdesk;
  private final JoinCustomers joinCustomers;
  private final CurrentSubjects subjects;
  private final SyncFigures figures;

  protected AccountTurn() {
    this(null, null, null, null, null, null, null, null, null, null, null);
  }

  @Inject
  public AccountTurn(
      OpenStreams openStreams,
      SyncTickets syncTickets,
      BackfillTickets backfillTickets,
      WriteBackLabels writeBackLabels,
      RunPlans runPlans,
      LookAtTickets lookAtTickets,
      KeepDeliveryCounts keepDeliveryCounts,
      CompareWithHelpdesk compareWithHelpdesk,
      JoinCustomers joinCustomers,
      CurrentSubjects subjects,
      SyncFigures figures) {
    this.openStreams = openStreams;
    this.syncTickets = syncTickets;
    this.backfillTickets = backfillTickets;
    this.writeBackLabels = writeBackLabels;
    this.runPlans = runPlans;
    this.lookAtTickets = lookAtTickets;
    this.keepDeliveryCounts = keepDeliveryCounts;
    this.compareWithHelpdesk = compareWithHelpdesk;
    this.joinCustomers = joinCustomers;
    this.subjects = subjects;
    this.figures = figures;
  }

  /** Before an account's first reading: parts it in two, and says whether it did. */
  boolean open(HelpdeskAccountId account) {
    return openStreams.open(account);
  }

  /** Reads what is new. */
  void read(HelpdeskAccountId account) {
    ended(account, "", syncTickets.sync(account));
  }

  /** Reads what was there before. */
  void backfill(HelpdeskAccountId account) {
    ended(account, ", backfill", backfillTickets.backfill(account));
  }

  private void ended(HelpdeskAccountId account, String stream, SyncOutcome outcome) {
    figures.read(outcome);
    if (outcome.tickets() > 0 || outcome.message() != null) {
      LOG.log(
          Level.INFO,
          "Account {0}{1}: {2}, {3} tickets on {4} pages{5}",
          account.value(),
          stream,
          outcome.ending().word(),
          outcome.tickets(),
          outcome.pages(),
          outcome.message() == null ? "" : ": " + outcome.message());
    }
  }

  /** Joins customers over all helpdesks, if some changed. */
  void join() {
    joinCustomers
        .joinIfDue()
        .ifPresent(joined -> LOG.log(Level.DEBUG, "{0} contacts are joined with others", joined));
  }

  /** Draws the sample of subjects anew, if that is due. */
  void drawSubjects() {
    subjects.refresh();
  }

  /** Writes back what is due, and lets a plan go on behind it. */
  void write(HelpdeskAccountId account) {
    int written = 0;
    int more;
    do {
      more = runPlans.turn(account);
      written += writeBackLabels.writeDue(account);
    } while (more > 0 && !Thread.currentThread().isInterrupted());
    if (written > 0) {
      LOG.log(Level.INFO, "Account {0}: labels of {1} tickets written", account.value(), written);
    }
  }

  /** Looks at the tickets that deliveries named. */
  void look(HelpdeskAccountId account) {
    int looked = lookAtTickets.lookAtDue(account);
    if (looked > 0) {
      LOG.log(Level.DEBUG, "Account {0}: looked at {1} tickets", account.value(), looked);
    }
    keepDeliveryCounts.keep();
  }

  /** Compares what we hold with the helpdesk, if that is asked for or due. */
  void compare(HelpdeskAccountId account) {
    figures.drift(account, compareWithHelpdesk.turn(account));
  }
}
