package org.tagsmith.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tagsmith.browser.Desk.Look;
import org.tagsmith.browser.Desk.Window;

/** What the audit of practice finds leads to the tag and to the merge; agents code blind. */
@ExtendWith(Desk.class)
class PracticeIT {
  private static final String PAIRS =
      """
      {"version":1,"from":"2026-01-01","to":"2026-03-31","contacts":900,
       "rare":[{"tagId":3,"contacts":2}],
       "together":[{"first":1,"second":2,"both":40,"share":0.98}],
       "instead":[{"first":1,"second":2,"ofFirst":20,"ofSecond":90,
         "firstTeam":{"account":1,"group":7,"name":"Cards"},
         "secondTeam":{"account":1,"group":8,"name":"Loans"}}],
       "habits":[]}
      """;
  private static final String CONFUSED =
      """
      {"contacts":12,"same":8,"tags":[],"confused":[{"tagId":1,"otherId":2,"contacts":4}]}
      """;

  @Test
  void a_pair_that_people_confuse_is_merged_with_a_preview_and_may_be_left(Desk desk) {
    try (Window window = desk.open(Look.DESK.openToAxe())) {
      Page page = found(window);
      assertThat(page.locator("practice-audit a.btn[href*=merge]")).hasCount(3);
      window.picture("practice-found");
      assertThat(
              new AxeBuilder(page)
                  .withTags(List.of("wcag2a", "wcag2aa", "wcag22aa", "best-practice"))
                  .analyze()
                  .getViolations())
          .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
          .isEmpty();
      page.locator("practice-audit a.tolink[href$='tag=3']").first().click();
      assertThat(page.locator("tag-pane h2")).isVisible();

      window.turnTo("audit");
      page.locator(".confused a.btn").click();
      assertThat(page.locator("tag-merge-form .taken .chip")).hasCount(1);
      window.turnTo("audit");
      page.locator("[aria-labelledby=audit-instead] a.btn").click();
      String into =
          (String)
              page.evaluate("() => new URLSearchParams(location.hash.split('?')[1]).get('merge')");
      assertThat(into).isEqualTo("2");
      page.locator("tag-merge-form button[type=submit]").click();
      assertThat(page.locator("tag-merge-form change-preview")).isVisible();
      window.picture("practice-merge");
      page.keyboard().press("Escape");
      page.keyboard().press("Escape");
    }
  }

  @Test
  void what_was_found_fits_a_narrow_window_in_chinese(Desk desk) {
    try (Window window = desk.open(Look.DESK.wide(320).in("zh-TW"))) {
      Page page = found(window);
      assertThat(page.locator(".confused a.btn")).hasText("合併…");
      window.picture("practice-found");
      assertThat(
              page.evaluate(
                  "() => document.documentElement.scrollWidth"
                      + " > document.documentElement.clientWidth"))
          .isEqualTo(false);
    }
  }

  @Test
  void an_agent_codes_blind_and_sees_nothing_of_what_was_found(Desk desk) {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signInAsAdmin();
      page.evaluate(
          """
          () => fetch('/api/people', { method: 'POST',
            headers: { 'Content-Type': 'application/json', 'X-Tagsmith': '1' },
            body: JSON.stringify({ name: 'yun', role: 'agent', password: 'a-long-enough-one' }) })
            .then((answer) => { if (!answer.ok) throw new Error(String(answer.status)); })
          """);
    }
    for (Look look : List.of(Look.DESK, Look.DESK.wide(320).in("zh-TW"))) {
      try (Window window = desk.open(look)) {
        Page page = window.signIn("yun", "a-long-enough-one");
        page.locator("main h1").waitFor();
        page.keyboard().press("g");
        page.keyboard().press("a");

        assertThat(page.locator("blind-coding h2")).isVisible();
        assertThat(page.locator("practice-audit table")).hasCount(0);
        assertThat(page.locator("practice-audit .tools")).hasCount(0);
        page.locator("blind-coding button").click();
        assertThat(page.locator("blind-coding #blind-find")).isVisible();
        window.picture("practice-agent");
      }
    }
  }

  /** Practice, with pairs that the sandbox's people need not happen to confuse. */
  private static Page found(Window window) {
    Page page = window.signInAsAdmin();
    page.route("**/api/audit?*", route -> route.fulfill(json(PAIRS)));
    page.route("**/api/audit/agreement", route -> route.fulfill(json(CONFUSED)));
    window.turnTo("audit");
    return page;
  }

  private static Route.FulfillOptions json(String body) {
    return new Route.FulfillOptions().setContentType("application/json").setBody(body);
  }
}
