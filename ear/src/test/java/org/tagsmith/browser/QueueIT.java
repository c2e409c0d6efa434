package org.tagsmith.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tagsmith.browser.Desk.Look;
import org.tagsmith.browser.Desk.Window;

/** A lead decides about unmapped labels, one by one and many at once, and thinks better of it. */
@ExtendWith(Desk.class)
class QueueIT {
  private static final Pattern COUNT = Pattern.compile("([0-9,]+)");

  private static final String ADD_LEAD =
      """
      async ([name, password]) => {
        const answer = await fetch('/api/people', { method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-Tagsmith': '1' },
          body: JSON.stringify({ name, password, role: 'lead' }) });
        if (!answer.ok) throw new Error(await answer.text());
      }
      """;

  /** The list and the pane scroll, the page does not. */
  private static final String TALLER_THAN_THE_WINDOW =
      "() => document.documentElement.scrollHeight > innerHeight";

  @Test
  void by_keyboard_in_chinese_labels_wait_for_later_and_every_decision_is_taken_back(Desk desk) {
    try (Window window = desk.open(Look.DESK.in("zh-TW"))) {
      Page page = window.signInAsAdmin();
      Keyboard keys = page.keyboard();
      press(keys, "g", "u");
      Locator open = page.locator(".tools .seg button").first();
      assertThat(page.locator("main h1")).hasText("未對應的標籤");
      page.locator("tbody tr").first().waitFor();
      int before = count(open);

      press(keys, "a", "ArrowDown");
      for (String key : new String[] {"i", "l", "i"}) {
        String active = active(page);
        press(keys, key);
        assertThat(page.locator("tbody tr[aria-selected=true]"))
            .not()
            .hasAttribute("data-label", active);
      }
      String last = active(page);
      press(keys, "i", "z");
      assertThat(page.locator("tbody tr[aria-selected=true]")).hasAttribute("data-label", last);

      press(keys, "f");
      for (int step = 0; step < 6; step++) {
        press(keys, "ArrowDown");
      }
      press(keys, "Enter");
      page.locator("tbody tr").first().waitFor();
      press(keys, "Control+a");
      assertThat(page.locator("tbody input:checked")).not().hasCount(0);
      window.picture("queue-batch");
      press(keys, "i");
      assertThat(page.locator("main .empty")).containsText("找不到");
      press(keys, "Escape");
      page.locator("tbody tr").first().waitFor();
      assertThat(count(open)).isLessThan(before - 20);

      press(keys, "z", "z", "z", "z");
      assertThat(open).containsText(String.valueOf(before));
      press(keys, "z");
      assertThat(page.locator(".toast")).containsText("沒有可撤銷的項目");
    }
  }

  @Test
  void by_mouse_in_english_a_decision_is_made_looked_at_downloaded_and_removed(Desk desk)
      throws IOException {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signInAsAdmin();
      window.turnTo("unmapped");
      page.locator(".tools button[aria-keyshortcuts=A]").click();
      page.locator("#queue-filter").selectOption("2");
      Locator row = page.locator("tbody tr").first();
      String label = row.getAttribute("data-label");
      row.click();
      assertThat(page.locator("contacts-behind .fxrow")).hasCount(2);
      page.locator("contacts-behind button").click();
      assertThat(page.locator(".tickets a").first()).isVisible();

      page.locator(".pane button.opt").first().click();

      assertThat(page.locator(".toast")).containsText("is now");
      page.locator(".ph a.btn.primary").click();
      Locator decision = page.locator("change-preview tbody tr").first();
      assertThat(decision).containsText(label);
      assertThat(page.locator("change-preview")).containsText("none deleted");
      Download file =
          page.waitForDownload(() -> page.locator(".review .rowacts button").nth(1).click());
      assertThat(Files.readString(file.path())).contains("place-label").contains(label);
      decision.locator("button").click();
      assertThat(page.locator("main .empty")).containsText("Your draft is empty");
    }
  }

  @Test
  void what_another_lead_decided_stands_in_line_with_the_other_rows(Desk desk) {
    try (Window ours = desk.open(Look.DESK);
        Window theirs = desk.open(Look.DESK)) {
      Page page = ours.signInAsAdmin();
      page.evaluate(ADD_LEAD, List.of("nora", "a-long-enough-one"));
      Page other = theirs.signIn("nora", "a-long-enough-one");
      ours.turnTo("unmapped");
      theirs.turnTo("unmapped");
      press(other.keyboard(), "a", "ArrowDown");
      String label = active(other);
      press(other.keyboard(), "i");
      assertThat(other.locator(".toast")).containsText("ignored");

      press(page.keyboard(), "a");
      Locator row = page.locator("tbody tr[data-label=\"" + label + "\"]");
      row.click();
      press(page.keyboard(), "i");
      assertThat(page.locator(".toast")).containsText("nora decided this already");
      assertThat(row).hasClass("theirs");
      assertThat(row).hasCSS("display", "table-row");
      assertThat(page.evaluate(TALLER_THAN_THE_WINDOW)).isEqualTo(false);
      ours.picture("queue-theirs");

      press(other.keyboard(), "z");
      assertThat(other.locator(".toast")).containsText("open again");
      ours.troubles().removeIf(line -> line.contains("409"));
    }
  }

  @Test
  void only_the_labels_of_one_helpdesk_are_shown_and_the_address_keeps_it(Desk desk) {
    try (Window window = desk.open(Look.DESK.in("zh-TW"))) {
      Page page = window.signInAsAdmin();
      Keyboard keys = page.keyboard();
      window.turnTo("unmapped");
      Locator open = page.locator(".tools .seg button").first();
      page.locator("tbody tr").first().waitFor();
      int all = count(open);
      page.locator("tbody tr").first().focus();
      press(keys, "h");
      Locator helpdesks = page.locator("#queue-account");
      assertThat(helpdesks).isFocused();
      assertThat(helpdesks.locator("option").first()).hasText("所有客服系統");
      assertThat(helpdesks.locator("option")).hasCount(3);

      press(keys, "ArrowDown");
      page.waitForURL(Pattern.compile("#/unmapped\\?account=[0-9]+$"));
      assertThat(open).not().hasText(Pattern.compile("\\b" + all + "\\b"));
      int some = count(open);
      assertThat(some).isBetween(1, all - 1);
      press(keys, "Enter");
      assertThat(page.locator("tbody tr").first()).isFocused();
      page.reload();
      assertThat(open).hasText(Pattern.compile("\\b" + some + "\\b"));
      window.turnTo("history");
      window.turnTo("unmapped");
      assertThat(helpdesks).not().hasValue("");
      assertThat(open).hasText(Pattern.compile("\\b" + some + "\\b"));

      page.locator("tbody tr").first().focus();
      press(keys, "i");
      assertThat(page.locator(".toast")).isVisible();
      helpdesks.focus();
      press(keys, "Escape");
      assertThat(page).hasURL(Pattern.compile("#/unmapped$"));
      assertThat(page.locator("unmapped-labels:not([aria-busy])")).isVisible();
      assertThat(count(open)).isBetween(some, all - 1);
      press(keys, "z");
      assertThat(open).hasText(Pattern.compile("\\b" + all + "\\b"));
    }
  }

  @Test
  void a_label_with_two_meanings_becomes_a_question_by_one_key(Desk desk) {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signInAsAdmin();
      Keyboard keys = page.keyboard();
      window.turnTo("unmapped");
      page.locator("tbody tr").first().waitFor();
      press(keys, "ArrowDown");
      String label = active(page);
      press(keys, "q");
      assertThat(page.locator("house-questions [name=label]")).hasValue(label);
      assertThat(page.locator("house-questions [name=label]")).isFocused();
      press(keys, "Escape");
      assertThat(page.locator("house-questions form")).hasCount(0);

      press(keys, "g", "u");
      page.locator("tbody tr").first().waitFor();
      assertThat(page.locator("tbody tr[aria-selected=true]")).hasAttribute("data-label", label);
      page.locator(".acts4 button[aria-keyshortcuts=Q]").click();
      assertThat(page.locator("house-questions [name=label]")).hasValue(label);
    }
  }

  private static String active(Page page) {
    return page.locator("tbody tr[aria-selected=true]").getAttribute("data-label");
  }

  private static void press(Keyboard keys, String... wanted) {
    for (String key : wanted) {
      keys.press(key);
    }
  }

  private static int count(Locator text) {
    Matcher found = COUNT.matcher(text.innerText());
    assertThat(found.find()).as(text.innerText()).isTrue();
    return Integer.parseInt(found.group(1).replace(",", ""));
  }
}
