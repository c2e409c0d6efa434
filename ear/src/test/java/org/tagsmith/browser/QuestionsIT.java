package org.tagsmith.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tagsmith.browser.Desk.Look;
import org.tagsmith.browser.Desk.Window;

/** A lead asks about labels with two meanings. */
@ExtendWith(Desk.class)
class QuestionsIT {
  /** A label that contacts carry and that nothing reads. */
  private static final String UNMAPPED =
      "() => fetch('/api/reports/unmapped-labels?limit=1').then((a) => a.json())"
          + ".then((v) => v.labels[0].label)";

  /** Publishes a question about a label of a ticket in Zendesk; its number, the version. */
  private static final String ASK =
      """
      async ([guidance, when]) => {
        const ask = (path, body) => fetch('/api/' + path, body && { method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-Tagsmith': '1' },
          body: JSON.stringify(body) }).then((answer) => answer.json());
        const { version, tags } = await ask('vocabulary');
        const [one, other] = tags.filter(({ retired }) => !retired).map(({ id }) => id);
        const zendesk = (await ask('accounts')).accounts.find(({ connector }) => connector === 'zendesk').id;
        const { labels } = await ask('reports/unmapped-labels?limit=20');
        for (const { label } of labels) {
          const about = await ask('labels/contacts?tickets=true&label=' + encodeURIComponent(label));
          const ticket = about.tickets.find(({ accountId }) => accountId === zendesk);
          if (!ticket) continue;
          const choices = [{ houseTagId: one, when, beside: [] }, { houseTagId: other, when: {}, beside: [] }];
          const made = await ask('vocabulary/changes', { base: version, note: '', changes: [
            { do: 'ask', question: { label, guidance, choices } }] });
          return [ticket.ticketId, made.version];
        }
      }
      """;

  private static final String UNDO =
      "version => fetch('/api/vocabulary/versions/' + version + '/undo', { method: 'POST',"
          + " headers: { 'Content-Type': 'application/json', 'X-Tagsmith': '1' }, body: '{}' })"
          + ".then((answer) => answer.json())";

  @Test
  void an_agent_reads_what_the_lead_wrote_where_a_label_could_mean_two_things(Desk desk) {
    try (Window window = desk.open(Look.DESK.in("zh-TW"))) {
      Page console = window.signInAsAdmin();
      List<?> asked =
          (List<?>)
              console.evaluate(
                  ASK,
                  List.of(
                      Map.of("en", "Was money taken?", "zh-Hant", "錢被扣了嗎？"),
                      Map.of("zh-Hant", "卡還在")));
      try {
        Locator row =
            window
                .ticket(((Number) asked.get(0)).longValue())
                .locator(".tagrow", new FrameLocator.LocatorOptions().setHasText("錢被扣了嗎？"));
        window.picture("sidebar-asked");
        assertThat(row).containsText("卡還在");
        assertThat(row.locator("button.link")).hasCount(2);
      } finally {
        window.console();
        console.evaluate(UNDO, asked.get(1));
      }
    }
  }

  @Test
  void a_lead_asks_changes_the_question_and_takes_all_of_it_back_by_mouse(Desk desk) {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signInAsAdmin();
      String label = (String) page.evaluate(UNMAPPED);
      window.turnTo("questions");
      assertThat(page.locator("house-questions .empty")).isVisible();
      page.locator(".ph [data-act=new]").click();
      see(page);
      assertThat(page.locator("#tag-label-error")).containsText("Enter the label");
      assertThat(page.locator("[id='tag-choice-0-error']")).containsText("two house tags");
      page.locator("[name=label]").fill("Upgrade_CreditCard");
      choose(page, "choice-0", "Card_Lost");
      choose(page, "choice-1", "Card_Pin");
      see(page);
      assertThat(page.locator("#tag-label-error")).containsText("a name of Upgrade_CreditCard");
      page.locator("[name=label]").fill(label);
      choose(page, "beside-1", "Upgrade_CreditCard");
      page.locator("[name='guidance.en']").fill("Was the \"card\" <found>?");
      see(page);
      assertThat(page.locator("change-preview .sum")).isVisible();
      publish(page);
      dock(page, "is asked about");
      Locator question = page.locator(".questions > li");
      assertThat(question).containsText(Pattern.compile("[1-9][0-9,]* contacts? waits?"));
      assertThat(question).containsText("Was the \"card\" <found>?");
      assertThat(question.locator("tbody tr").nth(1)).containsText("Upgrade_CreditCard");

      question.locator("[data-do=edit]").click();
      page.locator("[data-act=more]").click();
      choose(page, "choice-2", "Upgrade_Limit");
      see(page);
      publish(page);
      dock(page, "is changed");
      assertThat(question.locator("tbody tr")).hasCount(3);
      window.picture("questions-one");

      question.locator("[data-do=forget]").click();
      see(page);
      publish(page);
      dock(page, "no more");
      assertThat(page.locator("house-questions .empty")).isVisible();
      for (int rows : new int[] {3, 2}) {
        page.keyboard().press("z");
        assertThat(page.locator(".questions tbody tr")).hasCount(rows);
      }
      page.keyboard().press("z");
      assertThat(page.locator("house-questions .empty")).isVisible();
      window.troubles().removeIf(line -> line.contains("409"));
    }
  }

  @Test
  void the_same_in_simplified_chinese_on_a_narrow_page_by_keyboard_alone(Desk desk) {
    try (Window window = desk.open(Look.DESK.wide(320).in("zh-CN"))) {
      Page page = window.signInAsAdmin();
      Keyboard keys = page.keyboard();
      keys.press("g");
      keys.press("q");
      assertThat(page.locator("main h1")).hasText("提问");
      assertThat(page.locator("house-questions .empty")).isVisible();
      keys.press("n");
      assertThat(page.locator("[name=label]")).isFocused();
      keys.type("刷卡失败 钱没到");
      for (int place = 0; place < 2; place++) {
        to(page, "[name=choice-" + place + "]");
        keys.type(place == 0 ? "card lost" : "pin");
        keys.press("Enter");
      }
      to(page, ".decide form .primary");
      keys.press("Enter");
      to(page, "#tag-note");
      keys.press("Enter");
      assertThat(page.locator(".dock")).containsText("已开始询问");
      assertThat(page.locator(".questions > li")).containsText("次联系等待判断");
      window.picture("questions-narrow", true);
      keys.press("z");
      assertThat(page.locator("house-questions .empty")).isVisible();
    }
  }

  private static void choose(Page page, String field, String tag) {
    page.locator("[name=" + field + "]").fill(tag);
    page.locator("#tag-" + field + "-0").click();
  }

  private static void see(Page page) {
    page.locator(".decide form .primary").click();
  }

  private static void publish(Page page) {
    page.locator("#tag-note").fill("two meanings");
    page.locator(".decide form .primary").click();
  }

  private static void dock(Page page, String told) {
    assertThat(page.locator(".dock")).containsText(told);
    assertThat(page.locator("[data-act=undo]")).isFocused();
  }

  private static void to(Page page, String field) {
    Locator wanted = page.locator(field);
    wanted.waitFor();
    for (int presses = 0; presses < 60; presses++) {
      if (wanted.evaluate("(e) => e === document.activeElement").equals(true)) {
        return;
      }
      page.keyboard().press("Tab");
    }
    assertThat(page.locator(":focus").count()).as("Tab leads to " + field).isZero();
  }
}
