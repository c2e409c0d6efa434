package org.tagsmith.widget.schedule;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger.Level;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tagsmith.domain.access.usecase.FirstAdmin;
import org.tagsmith.domain.report.ContactsNow;
import org.tagsmith.domain.schema.ApplicationDataSource;
import org.tagsmith.domain.schema.SchemaMigration;
import org.tagsmith.domain.shared.TraceWithoutWords;
import org.tagsmith.domain.sync.usecase.ConnectAccounts;
import org.tagsmith.domain.sync.usecase.ReadSyncProgress;
import org.tagsmith.domain.sync.usecase.ResealKeys;
import org.tagsmith.domain.vocabulary.usecase.StartWithSampleVocabulary;

/**
 * Brings the application up in the one order that works: tables first, then what stands in them,
 * then the timer. A step that fails stops the deployment, so a half-started Tagsmith never answers.
 *
 * <p>A listener and not an EJB: the server takes connections into a {@code @Transactional} bean's
 * transaction only where the thread, or the one that submitted its work, came from a servlet
 * (docs/adr/0005).
 *
 * <p>Defines the pool: the server answers 32 requests at a time, each with one connection, and
 * reading and writing back take a few more. PostgreSQL's own default allows 100.
 */
@WebListener
@DataSourceDefinition(
    name = "java:app/jdbc/tagsmith",
    className = "org.postgresql.ds.PGSimpleDataSource",
    url = "${MPCONFIG=tagsmith.jdbc.url}",
    user = "${MPCONFIG=tagsmith.jdbc.user}",
    password = "${MPCONFIG=tagsmith.jdbc.password}",
    initialPoolSize = 2,
    minPoolSize = 2,
    maxPoolSize = 44,
    maxIdleTime = 300,
    properties = {
      "ApplicationName=tagsmith",
      "connectTimeout=10",
      "socketTimeout=300",
      "tcpKeepAlive=true",
      "options=" + ApplicationDataSource.SESSION_OPTIONS,
      // else an exception's message quotes rows, and somebody may log it
      "logServerErrorDetail=false",
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname="
          + "org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
      "fish.payara.validate-atmost-once-period-in-seconds=2",
      "fish.payara.fail-all-connections=true",
      "fish.payara.max-wait-time-in-millis=10000"
    })
public class StartUp implements ServletContextListener {
  private static final System.Logger LOG = System.getLogger(StartUp.class.getName());

  @Inject private DataSource dataSource;
  @Inject private ResealKeys resealKeys;
  @Inject private ConnectAccounts connectAccounts;
  @Inject private StartWithSampleVocabulary startWithSampleVocabulary;
  @Inject private FirstAdmin firstAdmin;
  @Inject private ReadSyncProgress progress;
  @Inject private SyncFigures figures;
  @Inject private ContactsNow contacts;
  @Inject private SyncSchedule schedule;
  @Inject private Running running;
  @Inject private Event<Started> started;

  @Inject
  @ConfigProperty(name = "tagsmith.admin.name", defaultValue = "admin")
  private String adminName;

  @Resource private ManagedScheduledExecutorService timer;
  @Resource private ManagedExecutorService workers;

  @Override
  public void contextInitialized(ServletContextEvent starting) {
    migrate();
    resealKeys.reseal();
    int accounts = connectAccounts.connect().size();
    startWithSampleVocabulary.startWithSample();
    firstAdmin.ensure().ifPresent(this::show);
    figures.seen(progress.read());
    running.begin();
    started.fire(new Started());
    schedule.start(timer, workers);
    workers.execute(this::readContacts);
    LOG.log(Level.INFO, "Tagsmith is up; helpdesk accounts configured: {0}", accounts);
  }

  @Override
  public void contextDestroyed(ServletContextEvent stopping) {
    running.end();
    schedule.stop();
  }

  /** Else the first person who asks waits for it. */
  private void readContacts() {
    try {
      contacts.read();
    } catch (RuntimeException e) {
      TraceWithoutWords.log(
          LOG, Level.WARNING, "Contacts could not be read yet; they are when asked for", e);
    }
  }

  private void migrate() {
    try {
      SchemaMigration.migrate(dataSource);
    } catch (RuntimeException e) {
      LOG.log(
          Level.ERROR,
          "The database cannot be used, so Tagsmith does not start. Check tagsmith.jdbc.url, .user"
              + " and .password, and that this user may create tables there.");
      throw e;
    }
  }

  /** The only place that ever shows it; the database holds a hash. */
  private void show(String madeUp) {
    LOG.log(
        Level.INFO,
        "First sign-in to the console: name {0}, password {1} (shown this once; change it there)",
        adminName,
        madeUp);
  }
}
