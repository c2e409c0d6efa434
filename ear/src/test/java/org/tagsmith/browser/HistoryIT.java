package org.tagsmith.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tagsmith.browser.Desk.Look;
import org.tagsmith.browser.Desk.Window;

/** Leads look back, compare, take back, and carry the vocabulary out and in as a file. */
@ExtendWith(Desk.class)
class HistoryIT {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final String PUBLISH =
      """
      async (changes) => {
        const seen = (await (await fetch('/api/vocabulary')).json()).version;
        const answer = await fetch('/api/vocabulary/changes', { method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-Tagsmith': '1' },
          body: JSON.stringify({ base: seen, note: 'agents write so', changes }) });
        return (await answer.json()).version;
      }
      """;

  @Test
  void a_version_is_read_compared_and_taken_back_with_a_preview_by_keys(Desk desk) {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signInAsAdmin();
      int first = publish(page, "cc up history", 1);
      int second = publish(page, "limit up history", 2);
      window.turnTo("history");

      assertThat(row(page, first)).containsText("1 alias added");
      assertThat(row(page, first)).containsText("agents write so");
      page.locator("#compare-from").fill(Integer.toString(first - 1));
      page.locator("#compare-to").fill(Integer.toString(second));
      page.keyboard().press("Enter");
      assertThat(page.locator(".pane .diff.added")).hasCount(2);
      window.picture("history-compared");

      row(page, first).focus();
      page.keyboard().press("z");
      assertThat(page.locator(".pane change-preview")).containsText("read again");
      window.picture("history-undo");
      page.locator("[data-act=do-undo]").click();

      assertThat(row(page, second + 1)).containsText("Took back version " + first);
      assertThat(row(page, first)).containsText("Taken back by version " + (second + 1));
      undo(page, second);
      assertThat(row(page, second + 2)).containsText("Took back version " + second);
    }
  }

  @Test
  void the_history_speaks_chinese_and_an_undo_is_undone(Desk desk) {
    try (Window window = desk.open(Look.DESK.in("zh-CN"))) {
      Page page = window.signInAsAdmin();
      int version = publish(page, "升级历史", 1);
      window.turnTo("history");

      assertThat(row(page, version)).containsText("新增 1 个别名");
      undo(page, version);
      assertThat(row(page, version + 1)).containsText("撤销了第 " + version + " 版");
      undo(page, version + 1);
      assertThat(row(page, version + 2)).containsText("撤销了第 " + (version + 1) + " 版");
      window.picture("history-zh");
      undo(page, version + 2);
      assertThat(row(page, version + 3)).isVisible();
    }
  }

  @Test
  void the_vocabulary_goes_out_as_a_file_and_comes_back_with_one_line_changed(Desk desk)
      throws Exception {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signInAsAdmin();
      window.turnTo("history");
      int before = Integer.parseInt(rows(page).first().getAttribute("data-version"));
      Download file =
          page.waitForDownload(() -> page.locator("a[download][href*='format=csv']").click());
      String csv = Files.readString(file.path());
      assertThat(csv).contains("Payment_CardFailed");

      page.locator("[data-act=import]").click();
      give(page, csv.replace("tag,", "dance,"));
      assertThat(page.locator("vocabulary-file .banner.danger")).containsText("can’t be");
      assertThat(page.locator("vocabulary-file table").first()).containsText("no kind of row");
      window.picture("file-problems");
      give(page, csv.replaceFirst("(?m)^(tag,.*?,Payment_CardFailed,[^\\n]*?,)no,", "$1yes,"));
      assertThat(page.locator("vocabulary-file .diff.changed")).hasCount(1);
      assertThat(page.locator("vocabulary-file change-preview")).isVisible();
      window.picture("file-preview");
      page.locator("#import-note").fill("from the sheet");
      page.locator("[data-act=publish]").click();

      assertThat(row(page, before + 1)).containsText("retired Payment_CardFailed");
      undo(page, before + 1);
      assertThat(row(page, before + 2)).containsText("Took back version " + (before + 1));
    }
  }

  @Test
  void the_vocabulary_in_force_is_checked_and_each_finding_leads_to_its_tag(Desk desk) {
    for (Look look : List.of(Look.DESK.openToAxe(), Look.DESK.wide(320).in("zh-TW").openToAxe())) {
      try (Window window = desk.open(look)) {
        Page page = window.signInAsAdmin();
        window.turnTo("history");
        page.locator("[data-act=check]").click();
        Locator things = page.locator("vocabulary-check .things a");
        assertThat(things.first()).isVisible();
        assertThat(page.locator("vocabulary-check [role=status]")).isVisible();
        window.picture("vocabulary-check");
        assertFits(page);
        assertNoFault(page);
        Locator tag = page.locator("vocabulary-check .things a[href*='tags?tag=']").first();
        String name = tag.innerText();
        tag.click();
        assertThat(page.locator("tag-pane h2")).isVisible();
        if (look.language().startsWith("en")) {
          assertThat(page.locator("tag-pane")).containsText(name);
        }
        window.turnTo("history");
        page.locator("vocabulary-check .rowacts button").click();
        assertThat(page.locator("[data-act=check]")).isFocused();
        assertThat(rows(page).first()).isVisible();
      }
    }
  }

  @Test
  void what_is_opened_fits_and_gives_assistive_technology_no_fault(Desk desk) {
    for (Look look : List.of(Look.DESK.openToAxe(), Look.DESK.wide(320).in("zh-TW").openToAxe())) {
      try (Window window = desk.open(look)) {
        Page page = window.signInAsAdmin();
        window.turnTo("history");
        window.picture("history");
        page.locator("[data-act=import]").click();
        give(page, "kind,name,family\ntag,Nowhere_New,Nowhere\n");
        assertThat(page.locator("vocabulary-file table").first()).isVisible();
        window.picture("file-refused");
        assertFits(page);
        assertNoFault(page);
        page.locator("[data-act=import]").click();
        page.locator(".pane [data-act=undo]").click();
        assertThat(page.locator(".pane change-preview")).isVisible();
        window.picture("history-undo-opened", true);
        assertNoFault(page);
        assertFits(page);
      }
    }
  }

  private static void assertFits(Page page) {
    assertThat(
            page.evaluate(
                "() => document.documentElement.scrollWidth"
                    + " > document.documentElement.clientWidth"))
        .as("scrolls sideways")
        .isEqualTo(false);
  }

  private static void assertNoFault(Page page) {
    assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
        .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
        .isEmpty();
  }

  private static void give(Page page, String csv) {
    page.locator("#import-file")
        .setInputFiles(
            new FilePayload("words.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
  }

  private static int publish(Page page, String label, int tag) {
    Object version =
        page.evaluate(PUBLISH, List.of(Map.of("do", "place-label", "label", label, "tagId", tag)));
    return ((Number) version).intValue();
  }

  private static void undo(Page page, int version) {
    row(page, version).click();
    page.locator(".pane [data-act=undo]").click();
    page.locator("[data-act=do-undo]").click();
    assertThat(page.locator("[data-act=do-undo]")).hasCount(0);
  }

  private static Locator rows(Page page) {
    return page.locator(".listbox tbody tr");
  }

  private static Locator row(Page page, int version) {
    return page.locator(".listbox tbody tr[data-version='" + version + "']");
  }
}
