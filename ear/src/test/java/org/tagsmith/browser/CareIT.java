package org.tagsmith.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagsmith.browser.Desk.Look;
import org.tagsmith.browser.Desk.Window;

/**
 * An admin cares for an account: earlier tickets, refused labels, a dry run, drift, and the history
 * of runs.
 */
@ExtendWith(Desk.class)
class CareIT {
  private static final String ZENDESK =
      "(select id from helpdesk_account where connector = 'zendesk' and subdomain = 'harbourbank')";
  private static final String OLD_ENOUGH =
      "(select remote_id from ticket where account_id = "
          + ZENDESK
          + " and status not in (5, 6) and updated_at < now() - interval '5 minutes'"
          + " order by updated_at desc limit 1 offset %d)";
  private static final double PATIENCE = 90_000;

  private Desk opened;

  @AfterEach
  void tidyUp() {
    execute(opened, "delete from outbox_entry");
    execute(opened, "update write_back set mode = 'automatic'");
    execute(opened, "update sync_state set paused = false");
  }

  @Test
  void earlier_tickets_are_started_paused_and_resumed_and_the_focus_is_never_lost(Desk desk) {
    opened = desk;
    // a paused account reads nothing, so that the backfill cannot end before it is paused
    execute(desk, "update sync_state set paused = true where account_id = " + ZENDESK);
    try (Window window = desk.open(Look.DESK)) {
      Locator part = card(helpdesks(window)).locator("backfill-part");
      Locator start = part.locator("[data-act=start-backfill]");
      start.press("Enter");
      assertThat(part.locator("input[type=date]")).isFocused();
      part.locator("input[type=date]").press("Escape");
      assertThat(start).isFocused();
      start.click();
      part.locator("button[type=submit]").click();

      Locator steer = part.locator("[data-act=pause-backfill]");
      assertThat(steer).hasText("Pause earlier tickets");
      assertThat(part).containsText("Waits: reading is paused");
      steer.click();
      assertThat(steer).hasText("Resume earlier tickets");
      Assertions.assertThat(backfills(desk, "paused")).isEqualTo(1);
      part.locator("select").selectOption("20");
      assertThat(part.locator("select")).hasValue("20");
      window.picture("care-backfill-paused");

      steer.press("Enter");
      assertThat(steer).hasText("Pause earlier tickets");
      Assertions.assertThat(backfills(desk, "not paused and finished_at is null")).isEqualTo(1);
      execute(desk, "update sync_state set paused = false where account_id = " + ZENDESK);
      assertThat(part).containsText("all read at", patiently());
      assertThat(start).isFocused();
    }
  }

  @Test
  void refused_labels_are_tried_again_dropped_and_taken_back_with_keys_alone(Desk desk) {
    opened = desk;
    try (Window window = desk.open(Look.DESK)) {
      Locator part = open(helpdesks(window), "letters");
      Locator row = part.locator(".held > li");
      assertThat(part).containsText("Nothing was refused.");
      // the page tells by itself what is refused while it is open
      decide(desk, 0, "intent__of_a_machine", "waiting");
      assertThat(row).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
      assertThat(row).containsText("The label is protected");
      assertThat(row).containsText("intent__of_a_machine");
      assertThat(row.locator("a")).hasAttribute("href", Pattern.compile("/agent/tickets/[0-9]+$"));
      window.picture("care-letters");

      row.locator("button").filter(with("Try again")).press("Enter");
      assertThat(part.locator("[data-told]")).containsText("on their way again");
      assertThat(row).containsText("Tried again by admin", patiently());

      row.locator("button").filter(with("Drop")).press("Enter");
      assertThat(row).hasCount(0);
      assertThat(part.locator("[data-act=undo]")).isFocused();
      window.page().keyboard().press("Enter");
      assertThat(row).hasCount(1);
      Assertions.assertThat(
              number(desk, "select count(*) from outbox_entry where state = 'retried'"))
          .isEqualTo(1);
    }
  }

  @Test
  void a_dry_run_shows_what_would_be_written_and_writes_nothing(Desk desk) {
    opened = desk;
    execute(desk, "update write_back set mode = 'review'");
    decide(desk, 0, "care_vip", "held");
    decide(desk, 1, "intent__of_a_machine", "held");
    try (Window window = desk.open(Look.DESK)) {
      Locator part = open(helpdesks(window), "dry");
      part.locator("[data-act=dry-run]").press("Enter");

      assertThat(part.locator(".held > li"))
          .hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
      assertThat(part.locator(".facts dd").nth(0)).hasText("1");
      assertThat(part.locator(".facts dd").nth(2)).hasText("1");
      assertThat(part.locator(".held > li").first()).containsText("The label is protected");
      assertThat(part.locator(".held > li").last()).containsText("care_vip");
      assertThat(part.locator("[data-told]")).hasText("Nothing was written.");
      window.picture("care-dry-run");
      Assertions.assertThat(
              number(
                  desk,
                  "select count(*) from outbox_entry where state = 'held' and sent_at is null"))
          .isEqualTo(2);
    }
  }

  @Test
  void drift_is_found_and_read_again_and_then_there_is_none(Desk desk) {
    opened = desk;
    try (Window window = desk.open(Look.DESK)) {
      Locator part = open(helpdesks(window), "reconcile");
      execute(
          desk,
          "update ticket set status = 3, tag_set_id = (select min(id) from tag_set) where account_id"
              + " = "
              + ZENDESK
              + " and remote_id in ("
              + OLD_ENOUGH.formatted(0)
              + ","
              + OLD_ENOUGH.formatted(1)
              + ")");
      part.locator("[data-act=all]").press("Enter");

      Locator verdict = part.locator(".banner").first();
      assertThat(verdict).containsText("2 tickets differ", patiently());
      assertThat(part.locator(".held > li")).hasCount(2);
      window.picture("care-drift");
      part.locator("[data-act=read-again]").press("Enter");
      assertThat(part.locator("[data-told]")).hasText("2 tickets are read again.");
      assertThat(part.locator(".held > li").first()).containsText("read again");
      awaitZero(desk, "select count(*) from ticket_to_look_at");

      part.locator("[data-act=all]").press("Enter");
      assertThat(verdict).containsText("No drift", patiently());
      assertThat(part.locator(".held > li")).hasCount(0);
    }
  }

  @ParameterizedTest
  @CsvSource({"en-US, 1280", "en-US, 640", "en-US, 320", "zh-TW, 1280", "zh-TW, 320", "zh-CN, 640"})
  void every_part_fits_its_window_in_every_language(String language, int width, Desk desk) {
    opened = desk;
    execute(desk, "update write_back set mode = 'review'");
    for (int i = 0; i < 4; i++) {
      decide(desk, i, "care_" + i, "held");
      decide(desk, i, "intent__of_a_machine_" + i, "refused");
    }
    try (Window window = desk.open(Look.DESK.in(language).wide(width))) {
      Page page = helpdesks(window);
      for (String name : new String[] {"letters", "dry", "reconcile", "runs"}) {
        open(page, name);
      }
      Locator card = card(page);
      card.locator("[data-act=dry-run]").press("Enter");
      assertThat(card.locator("[data-part=dry] .held > li"))
          .hasCount(4, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
      assertThat(card.locator("[data-part=letters] .held > li")).hasCount(4);
      assertThat(card.locator("[data-part=runs] tbody tr").first()).isVisible();
      page.locator("main").first().evaluate("main => main.scrollIntoView()");
      card.screenshot(
          new Locator.ScreenshotOptions()
              .setPath(
                  Path.of("target", "screenshots", "care." + language + "-" + width + ".png")));

      Assertions.assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(width);
    }
  }

  private static Page helpdesks(Window window) {
    Page page = window.signInAsAdmin();
    window.turnTo("helpdesks");
    return page;
  }

  private static Locator card(Page page) {
    return page.locator("article").filter(with("harbourbank · Zendesk"));
  }

  private static long backfills(Desk desk, String which) {
    return number(
        desk, "select count(*) from backfill where account_id = " + ZENDESK + " and " + which);
  }

  private static Locator open(Page page, String name) {
    Locator part = card(page).locator("[data-part=" + name + "]");
    part.locator("summary").press("Enter");
    return part;
  }

  private static void decide(Desk desk, int which, String label, String state) {
    execute(
        desk,
        "insert into outbox_entry (account_id, ticket_id, add_labels, remove_labels, state,"
            + " next_attempt_at, created_at, created_by, finished_at, last_problem)"
            + " select "
            + ZENDESK
            + ", "
            + OLD_ENOUGH.formatted(which)
            + ", array['"
            + label
            + "'], '{}', '"
            + state
            + "', now(), now(), 'anna', now(), "
            + (state.equals("refused") ? "'protected-label'" : "null"));
  }

  private static LocatorAssertions.ContainsTextOptions patiently() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
  }

  private static void awaitZero(Desk desk, String count) {
    Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> number(desk, count) == 0);
  }

  private static void execute(Desk desk, String sql) {
    try (Connection connection = connect(desk);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static long number(Desk desk, String sql) {
    try (Connection connection = connect(desk);
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static Connection connect(Desk desk) throws SQLException, IOException {
    return DriverManager.getConnection(
        desk.tagsmith().databaseUrl(),
        "postgres",
        Files.readString(desk.tagsmith().data().resolve("database-password")).strip());
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
