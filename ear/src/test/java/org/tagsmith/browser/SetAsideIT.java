package org.tagsmith.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tagsmith.browser.Desk.Look;
import org.tagsmith.browser.Desk.Window;

/** A lead looks over what was set aside, and brings one label and one beginning back. */
@ExtendWith(Desk.class)
class SetAsideIT {
  private static final String SEND =
      """
      async ([path, body]) => {
        const { version } = await (await fetch('/api/vocabulary')).json();
        const answer = await fetch('/api/vocabulary/' + path, { method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-Tagsmith': '1' },
          body: JSON.stringify(body.changes ? { base: version, ...body } : body) });
        if (!answer.ok) throw new Error(await answer.text());
        return (await answer.json()).version;
      }
      """;

  @Test
  void by_keyboard_in_chinese_a_label_is_brought_back_undone_and_published(Desk desk) {
    try (Window window = desk.open(Look.DESK.in("zh-TW"))) {
      Page page = window.signInAsAdmin();
      Keyboard keys = page.keyboard();
      page.evaluate(
          SEND,
          List.of("changes", Map.of("changes", List.of(ignore("nobody_types_this"), wide()))));
      window.turnTo("unmapped");
      turnToSetAside(page);
      Locator label = row(page, "nobody_types_this");
      assertThat(label).containsText("不含原因");
      assertThat(row(page, "zz_bot_")).containsText("由軟體設定的開頭");
      int before = page.locator("set-aside-list tbody tr").count();
      window.picture("set-aside");

      page.locator("main input[type=search]").fill("nobody_types");
      assertThat(page.locator("set-aside-list tbody tr")).hasCount(1);
      keys.press("Enter");
      page.locator("set-aside-list tbody tr").first().focus();
      keys.press("b");
      assertThat(page.locator(".toast")).containsText("發布後會重新等待決定");
      assertThat(page.locator("set-aside-list .empty")).containsText("找不到");
      page.locator("set-aside-list .empty button").click();
      assertThat(page.locator("set-aside-list tbody tr")).hasCount(before - 1);
      keys.press("z");
      assertThat(label).isVisible();

      label.locator("button").click();
      assertThat(label).hasCount(0);
      row(page, "zz_bot_").focus();
      keys.press("b");
      assertThat(row(page, "zz_bot_")).hasCount(0);
      keys.press("p");
      Locator decisions = page.locator("change-preview tbody tr");
      assertThat(decisions.filter(has("nobody_types_this"))).containsText("不再有決定");
      assertThat(decisions.filter(has("zz_bot_"))).containsText("不再有決定");
      keys.press("Control+Enter");
      assertThat(page.locator(".told .banner.ok")).isVisible();

      window.turnTo("unmapped");
      turnToSetAside(page);
      assertThat(row(page, "nobody_types_this")).hasCount(0);
      assertThat(row(page, "zz_bot_")).hasCount(0);
    }
  }

  @Test
  void the_list_fits_and_gives_assistive_technology_no_fault(Desk desk) {
    for (Look look : List.of(Look.DESK.openToAxe(), Look.DESK.wide(320).in("zh-CN").openToAxe())) {
      try (Window window = desk.open(look)) {
        Page page = window.signInAsAdmin();
        int version =
            (int)
                page.evaluate(
                    SEND,
                    List.of(
                        "changes",
                        Map.of(
                            "changes",
                            List.of(
                                ignore("a".repeat(300)),
                                ignore("不要這個標籤 " + "長".repeat(60)),
                                wide()))));
        window.turnTo("unmapped");
        turnToSetAside(page);
        window.picture("set-aside-long");
        assertThat(
                page.evaluate(
                    "() => document.documentElement.scrollWidth"
                        + " > document.documentElement.clientWidth"))
            .isEqualTo(false);
        assertThat(
                new AxeBuilder(page)
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag22aa", "best-practice"))
                    .analyze()
                    .getViolations())
            .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
            .isEmpty();
        page.evaluate(SEND, List.of("versions/" + version + "/undo", Map.of()));
      }
    }
  }

  private static Map<String, String> ignore(String label) {
    return Map.of("do", "ignore-label", "label", label);
  }

  private static Map<String, String> wide() {
    return Map.of("do", "set-prefix-aside", "prefix", "zz_bot_");
  }

  private static void turnToSetAside(Page page) {
    page.locator(".tools .seg button").nth(2).click();
    page.locator("set-aside-list tbody tr").first().waitFor();
  }

  private static Locator row(Page page, String text) {
    return page.locator("set-aside-list tr[data-text='" + text + "']");
  }

  private static Locator.FilterOptions has(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
