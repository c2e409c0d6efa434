package org.tagsmith.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.browser.Desk.Look;
import org.tagsmith.browser.Desk.Window;

/** Leads and admins at the console. */
@ExtendWith(Desk.class)
class ConsoleIT {
  private static final String FIRST_PASSWORD = "a-long-enough-one";

  @Test
  void a_wrong_password_is_told_and_nothing_typed_is_lost(Desk desk) {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.console();
      page.locator("#sign-in-name").fill("admin");
      page.locator("#sign-in-password").fill("wrong");
      page.keyboard().press("Enter");

      assertThat(page.locator("#sign-in-error")).containsText("Name or password is wrong");
      assertThat(page.locator("#sign-in-name")).hasValue("admin");
      assertThat(page.locator("#sign-in-password")).isFocused();
    }
  }

  @Test
  void a_lead_reads_why_customers_got_in_touch_as_chart_table_and_file(Desk desk) throws Exception {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signInAsAdmin();
      window.turnTo("reports");

      assertThat(page.locator("main h1")).containsText("contacts");
      assertThat(page.locator(".hbar")).not().hasCount(0);
      page.locator("[data-chart=days] svg").waitFor();
      assertThat(page.locator("main table")).hasCount(0);
      page.locator(".card .seg button").nth(1).click();
      assertThat(page.locator("main table tbody tr")).not().hasCount(0);

      Download file = page.waitForDownload(() -> page.locator("a[download]").click());
      List<String> lines = Files.readAllLines(file.path());
      assertThat(lines.get(0)).contains("house tag,reason codes,contacts");
      assertThat(lines).hasSizeGreaterThan(10);
    }
  }

  @Test
  void labels_without_a_meaning_are_walked_by_key(Desk desk) {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signInAsAdmin();
      window.turnTo("unmapped");
      Locator rows = page.locator("tbody tr");
      String first = rows.nth(0).getAttribute("data-label");

      page.keyboard().press("/");
      page.keyboard().type(first);
      assertThat(rows.first()).containsText(first);
      page.keyboard().press("Escape");
      page.keyboard().press("ArrowDown");
      assertThat(rows.first()).isFocused();
      page.keyboard().press("j");

      assertThat(rows.nth(1)).hasAttribute("aria-selected", "true");
    }
  }

  @Test
  void the_admin_sees_how_far_the_reading_is(Desk desk) {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signInAsAdmin();
      window.turnTo("helpdesks");

      assertThat(page.locator("main")).containsText("harbourbank");
      assertThat(page.locator("main")).containsText("2,0");
    }
  }

  @Test
  void both_helpdesks_are_shown_and_the_report_can_be_asked_for_one_of_them(Desk desk) {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.start();
      assertThat(page.locator(".way a[href*='/agent/tickets']")).hasCount(2);
      window.signInAsAdmin();
      window.turnTo("helpdesks");
      assertThat(page.locator("article.account h2")).hasCount(2);
      assertThat(page.locator("article.account h2").allInnerTexts())
          .containsExactlyInAnyOrder("harbourbank · Zendesk", "harbourbank · Freshdesk");

      window.turnTo("reports");
      String both = page.locator(".kpi .v").first().innerText();
      page.locator("#report-account")
          .selectOption(new SelectOption().setLabel("harbourbank · Freshdesk"));

      page.waitForURL(Pattern.compile("account=\\d"));
      assertThat(page.locator(".kpi .v").first()).not().hasText(both);
      assertThat(page.locator("#report-account option:checked")).hasText("harbourbank · Freshdesk");
    }
  }

  @Test
  void the_vocabulary_is_found_by_name_alias_code_and_language(Desk desk) {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signInAsAdmin();
      window.turnTo("tags");
      for (String typed : new String[] {"Payment_CardFailed", "17", "刷卡失败"}) {
        page.locator("main input[type=search]").fill(typed);
        assertThat(page.locator("main")).containsText("Payment_CardFailed");
        assertThat(page.locator("main")).not().containsText("Card_Pin");
      }
      page.locator("main input[type=search]").fill("nothing is called this");
      assertThat(page.locator("main .empty")).isVisible();
    }
  }

  @Test
  void an_agent_sees_the_vocabulary_and_no_report(Desk desk) {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signInAsAdmin();
      window.turnTo("people");
      page.evaluate(
          """
          () => fetch('/api/people', { method: 'POST',
            headers: { 'Content-Type': 'application/json', 'X-Tagsmith': '1' },
            body: JSON.stringify({ name: 'mei', role: 'agent', password: 'a-long-enough-one' }) })
            .then((answer) => { if (!answer.ok) throw new Error(String(answer.status)); })
          """);
    }
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signIn("mei", "a-long-enough-one");

      assertThat(page.locator("nav")).not().containsText("Contacts");
      assertThat(page.locator("nav")).containsText("House tags");
      int status =
          (int)
              page.evaluate("() => fetch('/api/reports/contacts').then((answer) => answer.status)");
      assertThat(status).isEqualTo(403);
      window.troubles().removeIf(line -> line.contains("403"));
    }
  }

  @Test
  void an_admin_gives_a_new_password_by_keyboard(Desk desk) {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signInAsAdmin();
      addPerson(window, "kai");

      page.locator("[data-person=kai]").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("#people-given")).isFocused();
      page.keyboard().type("short");
      page.keyboard().press("Enter");
      assertThat(page.locator("#people-given-error")).containsText("8 characters or longer");
      assertThat(page.locator("#people-given")).isFocused();
      page.keyboard().press("Escape");
      assertThat(page.locator("#people-given")).hasCount(0);
      assertThat(page.locator("[data-person=kai]")).isFocused();
      page.keyboard().press("Enter");
      page.keyboard().type("given by an admin");
      page.keyboard().press("Enter");

      assertThat(page.locator(".told")).containsText("kai has a new password");
      assertThat(page.locator("[data-person=kai]")).isFocused();
      assertThat(page.locator("[data-person=admin]")).hasCount(0);
    }
    try (Window window = desk.open(Look.DESK)) {
      assertThat(window.signIn("kai", "given by an admin").locator("nav")).isVisible();
    }
  }

  @Test
  void an_agent_changes_their_own_password_only_with_the_current_one(Desk desk) {
    try (Window window = desk.open(Look.DESK)) {
      window.signInAsAdmin();
      addPerson(window, "lin");
    }
    try (Window elsewhere = desk.open(Look.DESK);
        Window window = desk.open(Look.DESK.in("zh-TW"))) {
      elsewhere.signIn("lin", FIRST_PASSWORD);
      Page page = window.signIn("lin", FIRST_PASSWORD);
      window.turnTo("settings");
      page.locator("#password-current").fill("wrong");
      page.keyboard().press("Tab");
      page.keyboard().type("chosen by lin");
      page.keyboard().press("Enter");

      assertThat(page.locator("#password-current-error")).containsText("這不是您目前的密碼");
      assertThat(page.locator("#password-current")).isFocused();
      assertThat(page.locator("#password-next")).hasValue("chosen by lin");
      window.troubles().removeIf(line -> line.contains("status of 403"));
      page.locator("#password-current").fill(FIRST_PASSWORD);
      page.keyboard().press("Enter");

      assertThat(page.locator("main form [role=status]")).containsText("您的密碼已變更");
      window.turnTo("tags");
      assertThat(page.locator("nav")).containsText("lin");
      elsewhere.turnTo("helpdesks");
      assertThat(elsewhere.page().locator("#sign-in-name")).isVisible();
    }
    try (Window window = desk.open(Look.DESK)) {
      assertThat(window.signIn("lin", "chosen by lin").locator("nav")).isVisible();
    }
  }

  private static void addPerson(Window window, String name) {
    Page page = window.turnTo("people");
    page.locator("#people-name").fill(name);
    page.locator("#people-password").fill(FIRST_PASSWORD);
    page.keyboard().press("Enter");
    assertThat(page.locator(".told")).containsText(name + " was added");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-TW", "zh-CN"})
  void the_console_speaks_chinese(String language, Desk desk) {
    try (Window window = desk.open(Look.DESK.in(language))) {
      Page page = window.signInAsAdmin();
      window.turnTo("unmapped");

      assertThat(page.locator("main h1")).hasText(language.equals("zh-TW") ? "未對應的標籤" : "未对应的标签");
    }
  }
}
