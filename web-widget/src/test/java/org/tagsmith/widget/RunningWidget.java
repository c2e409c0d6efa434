package org.tagsmith.widget;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.tagsmith.domain.DomainInWeld;
import org.tagsmith.domain.access.Role;
import org.tagsmith.domain.access.SidebarSession;
import org.tagsmith.domain.access.StaffMember;
import org.tagsmith.domain.access.usecase.Sessions;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.InMemoryConnector;
import org.tagsmith.domain.sync.usecase.ConnectAccounts;
import org.tagsmith.domain.sync.usecase.SyncTickets;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.usecase.PublishVocabulary;
import org.tagsmith.widget.guard.FrameAncestors;
import org.tagsmith.widget.health.CanAnswer;
import org.tagsmith.widget.health.DatabaseAnswers;
import org.tagsmith.widget.health.HasStarted;
import org.tagsmith.widget.health.TimerBeats;
import org.tagsmith.widget.host.CallerFeature;
import org.tagsmith.widget.rest.AccountsResource;
import org.tagsmith.widget.rest.AuditResource;
import org.tagsmith.widget.rest.BackfillResource;
import org.tagsmith.widget.rest.ChangesResource;
import org.tagsmith.widget.rest.CodesResource;
import org.tagsmith.widget.rest.CodesToOffer;
import org.tagsmith.widget.rest.ConnectionsResource;
import org.tagsmith.widget.rest.DeadLettersResource;
import org.tagsmith.widget.rest.DraftResource;
import org.tagsmith.widget.rest.DryRunResource;
import org.tagsmith.widget.rest.HooksResource;
import org.tagsmith.widget.rest.InterpretationsResource;
import org.tagsmith.widget.rest.LabelsResource;
import org.tagsmith.widget.rest.LintResource;
import org.tagsmith.widget.rest.MentionsResource;
import org.tagsmith.widget.rest.NamesResource;
import org.tagsmith.widget.rest.PeopleResource;
import org.tagsmith.widget.rest.PingResource;
import org.tagsmith.widget.rest.PlansResource;
import org.tagsmith.widget.rest.QuestionsResource;
import org.tagsmith.widget.rest.ReconcileResource;
import org.tagsmith.widget.rest.ReportsResource;
import org.tagsmith.widget.rest.RequestsResource;
import org.tagsmith.widget.rest.RunsResource;
import org.tagsmith.widget.rest.SessionResource;
import org.tagsmith.widget.rest.SetAsideResource;
import org.tagsmith.widget.rest.ShownVocabulary;
import org.tagsmith.widget.rest.SidebarSessionResource;
import org.tagsmith.widget.rest.SidebarTicketsResource;
import org.tagsmith.widget.rest.SidebarTokensResource;
import org.tagsmith.widget.rest.StartResource;
import org.tagsmith.widget.rest.TypedTickets;
import org.tagsmith.widget.rest.UsageResource;
import org.tagsmith.widget.rest.VersionsResource;
import org.tagsmith.widget.rest.VocabularyFileResource;
import org.tagsmith.widget.rest.VocabularyResource;
import org.tagsmith.widget.schedule.AccountTurn;
import org.tagsmith.widget.schedule.Running;
import org.tagsmith.widget.schedule.SyncFigures;
import org.tagsmith.widget.schedule.SyncSchedule;

/**
 * The whole widget over HTTP on a real database, once for each test class. Three people may sign in
 * (agent, lead, admin, each named by the role), and the helpdesk's thirty tickets have been read.
 */
@EnableWeld
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RunningWidget {
  /** Everybody's. */
  protected static final String PASSWORD = "correct horse";

  // Of few rounds, so that the tests need not wait for what thieves shall wait for.
  private static final String HASH =
      "pbkdf2-sha256$1000$MDEyMzQ1Njc4OWFiY2RlZ" + "g$cBg8D2DungRB9k76szThf5ehfyBz991ay6PT8Srwk4M";

  protected final DatabaseForTests database = DatabaseForTests.migrated();
  protected final ClockForTests clock = new ClockForTests(Instant.parse("2026-03-02T09:00:00Z"));
  protected final InMemoryConnector helpdesk = new InMemoryConnector(30, 10);

  @WeldSetup
  WeldInitiator weld =
      DomainInWeld.on(
          database,
          clock,
          helpdesk,
          AccountsResource.class,
          AccountTurn.class,
          AuditResource.class,
          BackfillResource.class,
          CallerFeature.class,
          ChangesResource.class,
          CanAnswer.class,
          DatabaseAnswers.class,
          CodesResource.class,
          CodesToOffer.class,
          ConnectionsResource.class,
          DeadLettersResource.class,
          DeliveriesForTests.class,
          DraftResource.class,
          DryRunResource.class,
          FrameAncestors.class,
          HasStarted.class,
          HooksResource.class,
          InterpretationsResource.class,
          NamesResource.class,
          LintResource.class,
          LabelsResource.class,
          MentionsResource.class,
          RulesForTests.class,
          PeopleResource.class,
          PingResource.class,
          PlansResource.class,
          QuestionsResource.class,
          ReconcileResource.class,
          ReportsResource.class,
          RequestsResource.class,
          Running.class,
          RunsResource.class,
          SessionResource.class,
          SetAsideResource.class,
          ShownVocabulary.class,
          SidebarSessionResource.class,
          SidebarTicketsResource.class,
          SidebarTokensResource.class,
          StartResource.class,
          SyncFigures.class,
          SyncSchedule.class,
          TypedTickets.class,
          TimerBeats.class,
          IssuerForTests.class,
          AppForTests.class,
          UsageResource.class,
          VerifierForTests.class,
          VersionsResource.class,
          VocabularyFileResource.class,
          VocabularyResource.class);

  @Inject protected Sessions sessions;
  @Inject private BeanManager beans;
  @Inject private ConnectAccounts connectAccounts;
  @Inject private SyncTickets syncTickets;
  @Inject private PublishVocabulary publishVocabulary;

  /** The one connected account. */
  protected HelpdeskAccountId account;

  private WidgetServer server;

  @BeforeAll
  final void start() {
    account = connectAccounts.connect().get(0).id();
    syncTickets.sync(account);
    publishVocabulary.publish(vocabulary(), "lead", "first");
    resetStaff();
    server = WidgetServer.start(beans);
  }

  @AfterAll
  final void stop() {
    server.close();
    database.close();
  }

  /** The three people as they were at the start, nobody locked. */
  protected final void resetStaff() {
    database.execute("truncate staff_member cascade");
    for (Role role : Role.values()) {
      database.execute(
          "insert into staff_member (name, role, password_hash, created_at, sessions_from) values"
              + " ('%1$s', '%1$s', '%2$s', '2026-01-01', '2026-01-01')"
                  .formatted(role.word(), HASH));
    }
  }

  /** The account as after a reading that went well. */
  protected final void resetSync() {
    helpdesk.beforeCall(call -> {});
    helpdesk.restoreKey();
    database.execute(
        "update sync_state set phase = 'idle', waiting_until = null, failure_kind = null,"
            + " failure_message = null, failed_at = null, failures_in_a_row = 0,"
            + " lease_holder = null, lease_until = null");
  }

  /** A page of ours that nobody has signed in to. */
  protected final Client stranger() {
    return Client.stranger(server.root());
  }

  /** Somebody of this role in the console. */
  protected final Client console(Role role) {
    return stranger()
        .cookie(sessions.open(new StaffMember(role.word(), role), Duration.ofHours(12)));
  }

  /** An agent in a sidebar. */
  protected final Client sidebar() {
    return sidebar("anna");
  }

  /** This agent in a sidebar. */
  protected final Client sidebar(String agent) {
    SidebarSession session = new SidebarSession(account, agent);
    return stranger().bearer(sessions.openSidebar(session, Duration.ofMinutes(30)));
  }

  /** Two live tags, a retired one, and their codes. */
  protected Vocabulary vocabulary() {
    return new Vocabulary(
        1,
        List.of(new TagFamily("Upgrade", "purple", Map.of("en", "Upgrade"))),
        List.of(
            tag(1, "Upgrade_CreditCard", false, null),
            tag(2, "Upgrade_Limit", false, null),
            tag(3, "Upgrade_OldCard", true, 1)),
        List.of(),
        List.of(),
        List.of(reason(17, 1, false, null), reason(18, 1, true, 17)),
        List.of(),
        List.of());
  }

  protected static HouseTag tag(int id, String name, boolean retired, Integer successor) {
    return new HouseTag(id, name, "Upgrade", Map.of("en", name), "", List.of(), retired, successor);
  }

  private static ReasonCode reason(int number, int tag, boolean retired, Integer successor) {
    return new ReasonCode(number, tag, Map.of("en", "x"), List.of(), "Cards", retired, successor);
  }

  /** The helpdesk's labels of a ticket. */
  protected final Set<String> labels(long ticket) {
    return helpdesk.tickets().get(ticket);
  }
}
