package org.tagsmith.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tagsmith.browser.Desk.Look;
import org.tagsmith.browser.Desk.Window;

/** A lead looks at a draft before it is published. */
@ExtendWith(Desk.class)
class ReviewIT {
  /** The most lines that the text of any of these takes. */
  private static final String LINES =
      """
      (cells) => Math.max(...cells.map((cell) => {
        const text = document.createRange();
        text.selectNodeContents(cell);
        return new Set([...text.getClientRects()].map((each) => Math.round(each.top))).size;
      }))
      """;

  private static final String IN_SIGHT =
      """
      (cell) => cell.getBoundingClientRect().right
        <= cell.closest('.scroll').getBoundingClientRect().right
      """;

  private static final String SEND =
      """
      const send = async (path, body) => {
        const answer = await fetch('/api/vocabulary/' + path, { method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-Tagsmith': '1' },
          body: JSON.stringify(body) });
        if (!answer.ok) throw new Error(await answer.text());
      };
      const { version, tags } = await (await fetch('/api/vocabulary')).json();
      """;

  /** Places a label under a tag that retires before the draft is published. */
  private static final String PLACE_AND_RETIRE =
      "async () => {"
          + SEND
          + """
          const tagId = tags.find(({ name }) => name === 'Card_Pin').id;
          await send('draft', { base: version,
            changes: [{ do: 'place-label', label: 'needs_care', tagId }] });
          await send('changes', { base: version, changes: [{ do: 'retire-tag', tagId }], note: '' });
          }""";

  private static final String TAKE_BACK =
      "async () => {" + SEND + "await send('versions/' + version + '/undo', {}); }";

  @Test
  void in_a_narrow_window_the_review_keeps_counts_in_one_line_beside_their_labels(Desk desk) {
    try (Window window = desk.open(Look.DESK.wide(320).in("zh-TW"))) {
      Page page = window.signInAsAdmin();
      window.turnTo("unmapped");
      page.locator("tbody tr").first().waitFor();
      page.locator("#queue-filter").selectOption("2");
      page.locator("tbody tr").first().focus();
      press(page.keyboard(), "Control+a", "1", "p");
      Locator counts = page.locator("change-preview table .r");
      counts.first().waitFor();
      assertThat(counts.evaluateAll(LINES)).isEqualTo(1);
      Locator first = page.locator("change-preview .scroll").first();
      assertThat(first.locator("td.r").first().evaluate(IN_SIGHT)).isEqualTo(true);
      window.picture("review-counts", true);
      press(page.keyboard(), "g", "u");
      page.locator("unmapped-labels .empty").waitFor();
      press(page.keyboard(), "z");
      assertThat(page.locator("tbody tr").first()).isVisible();
    }
  }

  @Test
  void a_draft_of_nothing_but_refused_decisions_can_be_looked_at_and_emptied(Desk desk) {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signInAsAdmin();
      page.evaluate(PLACE_AND_RETIRE);
      window.turnTo("review");
      assertThat(page.locator(".review .banner.danger")).containsText("1 decision can’t be");
      assertThat(page.locator("change-preview tbody")).containsText("needs_care");
      page.locator(".review .banner.danger button").click();
      assertThat(page.locator("main .empty")).containsText("Your draft is empty");
      page.evaluate(TAKE_BACK);
    }
  }

  private static void press(Keyboard keys, String... wanted) {
    for (String key : wanted) {
      keys.press(key);
    }
  }
}
