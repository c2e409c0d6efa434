package org.tagsmith.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tagsmith.browser.Desk.Look;
import org.tagsmith.browser.Desk.Window;

/**
 * Every page, in each language, narrow and wide, light and dark: nothing that assistive technology
 * stumbles over, nothing cut off, no text too small, no content policy broken. Pictures of all are
 * left in {@code ear/target/screenshots}.
 */
@ExtendWith(Desk.class)
class LookIT {
  private static final List<String> CONSOLE =
      List.of(
          "reports",
          "unmapped",
          "review",
          "requests",
          "tags",
          "codes",
          "rules",
          "questions",
          "audit",
          "history",
          "plans",
          "helpdesks",
          "people",
          "settings");
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final String TOO_WIDE =
      "() => document.documentElement.scrollWidth > document.documentElement.clientWidth";
  private static final String TOO_SMALL =
      """
      () => [...document.querySelectorAll('body *')]
        .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
        .filter((e) => e.getClientRects().length && !e.closest('svg'))
        .filter((e) => parseFloat(getComputedStyle(e).fontSize) < 11.99)
        .map((e) => e.tagName + '.' + e.className + ': ' + e.textContent.trim().slice(0, 30))
      """;

  private static final String SEND =
      """
      async ([path, body]) => {
        const { version } = await (await fetch('/api/vocabulary')).json();
        const answer = await fetch('/api/vocabulary/' + path, { method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-Tagsmith': '1' },
          body: JSON.stringify({ base: version, ...JSON.parse(body) }) });
        if (!answer.ok) throw new Error(await answer.text());
      }
      """;
  private static final String UNDO =
      """
      async () => {
        const { version } = await (await fetch('/api/vocabulary')).json();
        const answer = await fetch('/api/vocabulary/versions/' + version + '/undo', { method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-Tagsmith': '1' }, body: '{}' });
        if (!answer.ok) throw new Error(await answer.text());
      }
      """;

  static Stream<Look> looks() {
    return Stream.of(
        Look.DESK,
        Look.DESK.in("zh-TW"),
        Look.DESK.wide(320).in("zh-CN"),
        Look.DESK.wide(320).inTheDark(),
        Look.DESK.wide(640),
        Look.DESK.inTheDark());
  }

  @ParameterizedTest
  @MethodSource("looks")
  void pages_keep_their_policy_fit_their_width_and_can_be_read(Look look, Desk desk)
      throws Exception {
    long ticket = SidebarIT.untouched(desk);
    long inFreshdesk = FreshdeskSidebarIT.untouched(desk);
    try (Window window = desk.open(look)) {
      window.start();
      check(window, "start");
      window.console().locator("#sign-in-name").waitFor();
      check(window, "sign-in");
      window.signInAsAdmin();
      for (String path : CONSOLE) {
        window.turnTo(path);
        if (path.equals("reports")) {
          window.page().locator("[data-chart=days] svg").waitFor();
        }
        check(window, path);
      }
      walkQueue(window, LookIT::check);
      walkTags(window, LookIT::check);
      walkQuestions(window, LookIT::check);
      RequestsIT.walk(window, LookIT::check);
      window.ticket(ticket);
      window.picture("ticket");
      window.freshdeskTicket(inFreshdesk);
      window.picture("freshdesk-ticket");
      checkSidebar(
          window.sidebarFrame(), "freshdesk-sidebar", look.width() >= 1280 ? 340 : look.width());
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void assistive_technology_finds_no_fault(Look look, Desk desk) throws Exception {
    long ticket = SidebarIT.untouched(desk);
    long inFreshdesk = FreshdeskSidebarIT.untouched(desk);
    try (Window window = desk.open(look.openToAxe())) {
      window.start();
      axe(window, "start");
      window.console().locator("#sign-in-name").waitFor();
      axe(window, "sign-in");
      window.signInAsAdmin();
      for (String path : CONSOLE) {
        window.turnTo(path);
        axe(window, path);
      }
      walkQueue(window, LookIT::axe);
      walkTags(window, LookIT::axe);
      walkQuestions(window, LookIT::axe);
      RequestsIT.walk(window, LookIT::axe);
      window.ticket(ticket).locator("#reason-field").fill("card");
      axe(window, "sidebar", "#app");
      window.freshdeskTicket(inFreshdesk).locator("#reason-field").fill("card");
      axe(window, "freshdesk-sidebar", "#app");
    }
  }

  /** A new tag in the queue whose name is like another's and breaks a rule. */
  private static void walkQueue(Window window, BiConsumer<Window, String> look) {
    Page page = window.turnTo("unmapped");
    page.locator("tbody tr").first().focus();
    page.keyboard().press("n");
    page.locator("#new-name").fill("Upgrade_credit-cards");
    page.locator("new-tag .rules .failed").first().waitFor();
    page.locator("new-tag .near li").first().waitFor();
    look.accept(window, "queue-new");
    page.keyboard().press("Escape");
  }

  /** What opens beside the list of house tags. */
  private static void walkTags(Window window, BiConsumer<Window, String> look) {
    Page page = window.turnTo("tags");
    page.locator("tr[data-tag]").first().click();
    page.locator("[data-do=tag-merge-form]").waitFor();
    look.accept(window, "tags-one");
    page.locator("[data-do=tag-merge-form]").click();
    page.locator(".decide [role=option]").first().waitFor();
    look.accept(window, "tags-merge");
    page.keyboard().press("Enter");
    page.locator(".decide form .primary").click();
    page.locator("change-preview .sum").waitFor();
    page.locator("mention-list .mentioned p").first().waitFor();
    look.accept(window, "tags-preview");
    page.locator("mention-list .mentioned p").last().scrollIntoViewIfNeeded();
    look.accept(window, "tags-mentions");
    page.keyboard().press("Escape");
    page.locator(".decide .btn.link").click();
    page.locator("[data-act=new]").click();
    page.locator("[name=family]").waitFor();
    look.accept(window, "tags-new");
    page.locator(".decide .btn.link").click();
    page.locator("[data-act=families]").click();
    page.locator("[data-act=new-family]").waitFor();
    look.accept(window, "tags-families");
  }

  /** A question in the list, and the form of another one. */
  private static void walkQuestions(Window window, BiConsumer<Window, String> look) {
    Page page = window.page();
    page.evaluate(
        SEND,
        List.of(
            "changes",
            "{ \"changes\": [{ \"do\": \"ask\", \"question\": { \"label\": \"card or payment 刷卡失敗\","
                + " \"guidance\": { \"en\": \"Was money taken?\", \"zh-Hant\": \"錢扣了嗎？\" },"
                + " \"choices\": [{ \"houseTagId\": 12, \"when\": { \"en\": \"no\" }, \"beside\": [1, 2, 3] },"
                + " { \"houseTagId\": 4, \"when\": {}, \"beside\": [] }] } }] }"));
    try {
      window.turnTo("settings");
      window.turnTo("questions");
      page.locator(".questions tbody tr").first().waitFor();
      look.accept(window, "questions-one");
      page.locator(".ph [data-act=new]").click();
      page.locator("[name=label]").waitFor();
      page.locator(".decide form .primary").click();
      page.locator("#tag-label-error").waitFor();
      look.accept(window, "questions-new");
      page.locator(".decide .btn.link").last().click();
    } finally {
      page.evaluate(UNDO);
    }
  }

  private static void check(Window window, String name) {
    Page page = window.page();
    window.picture(name, name.equals("reports"));
    assertThat(page.evaluate(TOO_WIDE)).as(name + " scrolls sideways").isEqualTo(false);
    assertThat((List<?>) page.evaluate(TOO_SMALL)).as(name + " has text under 12 px").isEmpty();
  }

  /** The sidebar fits the frame that the helpdesk gives it: beside the ticket, or below it. */
  private static void checkSidebar(Frame sidebar, String name, int widest) {
    assertThat(((Number) sidebar.evaluate("() => innerWidth")).intValue())
        .as("the width that " + name + " gets")
        .isLessThanOrEqualTo(widest);
    assertThat(sidebar.evaluate(TOO_WIDE)).as(name + " scrolls sideways").isEqualTo(false);
    assertThat((List<?>) sidebar.evaluate(TOO_SMALL)).as(name + " has text under 12 px").isEmpty();
    assertThat(sidebar.evaluate("() => document.documentElement.dataset.host"))
        .isEqualTo("freshdesk");
  }

  private static void axe(Window window, String name) {
    axe(window, name, new String[0]);
  }

  private static void axe(Window window, String name, String... only) {
    AxeBuilder axe = new AxeBuilder(window.page()).withTags(RULES);
    if (only.length > 0) {
      axe.include(List.of(only));
    }
    assertThat(axe.analyze().getViolations()).as(name).extracting(LookIT::told).isEmpty();
  }

  private static String told(Rule rule) {
    return rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getHtml()).toList();
  }
}
