package org.tagsmith.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tagsmith.browser.Desk.Look;
import org.tagsmith.browser.Desk.Window;

/** A lead keeps the house tags in order. */
@ExtendWith(Desk.class)
class TagsIT {
  private static final String VERSION =
      "() => fetch('/api/vocabulary').then((a) => a.json()).then((v) => v.version)";

  @Test
  void a_lead_makes_a_tag_names_it_merges_it_and_takes_all_of_it_back_by_mouse(Desk desk) {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signInAsAdmin();
      window.turnTo("tags");
      int before = (int) page.evaluate(VERSION);
      assertThat(page.locator(".tagtable tbody tr[data-tag]").first()).isVisible();
      page.locator("[data-act=new]").click();
      page.locator("[name=family]").selectOption("Card");
      page.locator("[name=name]").fill("Card_Metal");
      page.locator("[name='names.zh-Hans']").fill("金属卡");
      page.locator("[name=purpose]").fill("Wants \"the metal one\" / not <gold>.");
      page.locator(".hues label").filter(text("Pink")).click();
      page.locator("[name=owner]").fill("Mia");
      page.locator("[name='facets.product']").fill("Credit card");
      see(page);
      publish(page, "customers ask for it");
      dock(page, "Card_Metal is there");

      open(page, "Card_Metal");
      assertThat(page.locator(".pane")).containsText("Wants \"the metal one\" / not <gold>.");
      page.locator("[data-do=tag-alias-form]").click();
      page.locator("[name=alias]").fill("metal cc");
      page.locator(".decide .formrow .btn").click();
      see(page);
      publish(page, "");
      dock(page, "Aliases of Card_Metal");

      page.locator("[data-do=tag-merge-form]").click();
      page.locator("[name=intoId]").fill("card lost");
      page.locator(".decide [role=option]").first().click();
      see(page);
      assertThat(page.locator("change-preview")).containsText("Card_Lost");
      publish(page, "the same thing");
      dock(page, "Card_Metal merged into Card_Lost");
      assertThat((int) page.evaluate(VERSION)).isEqualTo(before + 3);

      for (String undone : List.of("merged into", "Aliases of Card_Metal", "Card_Metal is there")) {
        page.locator("main h1").focus();
        page.keyboard().press("z");
        assertThat(page.locator(".dock")).containsText(Pattern.compile("Undone: .*" + undone));
      }
      assertThat((int) page.evaluate(VERSION)).isEqualTo(before + 6);
      find(page, "Card_Metal");
      assertThat(page.locator(".listbox .empty")).isVisible();

      open(page, "Card_Lost");
      page.locator("[data-do=tag-retire-form]").click();
      see(page);
      assertThat(page.locator("mention-list"))
          .containsText("Mentioned in 2 triggers, 1 view, and 1 macro in Zendesk");
      assertThat(page.locator("mention-list a[href*='/admin/objects-rules/rules/triggers/']"))
          .hasCount(2);
      assertThat(page.locator("mention-list")).containsText("shows them to no program: views and");
    }
  }

  @Test
  void the_same_in_simplified_chinese_by_keyboard_alone(Desk desk) {
    try (Window window = desk.open(Look.DESK.in("zh-CN"))) {
      Page page = window.signInAsAdmin();
      window.turnTo("tags");
      int before = (int) page.evaluate(VERSION);
      Keyboard keys = page.keyboard();
      assertThat(page.locator("main h1")).hasText("标准标签");
      keys.press("/");
      keys.type("刷卡失败");
      assertThat(page.locator(".tagtable tbody tr[data-tag]")).hasCount(1);
      keys.press("Enter");
      assertThat(page.locator(".tagtable tbody tr[data-tag]")).isFocused();
      keys.press("a");
      assertThat(page.locator("[name=alias]")).isFocused();
      keys.type("卡 刷不了\u201C");
      keys.press("Enter");
      note(page, "客户这么说");
      dockIs(page, "别名已发布");
      keys.press("z");
      dockIs(page, "已撤销");

      keys.press("/");
      keys.press("Control+a");
      keys.type("Card_Pin");
      keys.press("ArrowDown");
      keys.press("Enter");
      assertThat(page.locator("#tag-title")).isFocused();
      keys.press("m");
      assertThat(page.locator("[name=intoId]")).isFocused();
      keys.type("card lost");
      assertThat(page.locator(".decide [role=option][aria-selected=true]")).containsText("丢");
      keys.press("Enter");
      toPrimary(page);
      keys.press("Enter");
      note(page, "");
      dockIs(page, "已合并到");
      assertThat(page.locator(".dock [data-act=write-back]"))
          .hasAttribute("href", "#/plans?version=" + (before + 3));
      keys.press("Enter");
      dockIs(page, "已撤销");
      assertThat((int) page.evaluate(VERSION)).isEqualTo(before + 4);
    }
  }

  @Test
  void in_a_narrow_window_whoever_opens_a_tag_is_at_its_title_and_comes_back_to_its_row(Desk desk) {
    try (Window window = desk.open(Look.DESK.wide(320))) {
      Page page = window.signInAsAdmin();
      window.turnTo("tags");
      Keyboard keys = page.keyboard();
      page.locator(".tagtable tbody tr[data-tag]").first().focus();
      keys.press("End");
      Locator row = page.locator(".tagtable tbody tr[aria-selected=true]");
      assertThat(row).isFocused();
      String tag = row.getAttribute("data-tag");
      keys.press("Enter");
      assertThat(page.locator("#tag-title")).isFocused();
      keys.press("Escape");
      assertThat(row).isFocused();
      assertThat(row).hasAttribute("data-tag", tag);

      row.click();
      assertThat(page.locator("#tag-title")).isFocused();
      keys.press("m");
      assertThat(page.locator("[name=intoId]")).isFocused();
    }
  }

  @Test
  void enter_on_a_row_leads_to_the_title_and_a_click_leaves_the_keys_in_the_list(Desk desk) {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signInAsAdmin();
      window.turnTo("tags");
      Locator rows = page.locator(".tagtable tbody tr[data-tag]");
      rows.nth(1).click();
      assertThat(page.locator("#tag-title")).isVisible();
      page.keyboard().press("j");
      assertThat(rows.nth(2)).isFocused();
      page.locator("[data-act=close]").click();
      assertThat(rows.nth(2)).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.locator("#tag-title")).isFocused();
    }
  }

  @Test
  void a_preview_shows_the_sum_of_all_months_and_the_contacts_of_labels_in_sight(Desk desk) {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signInAsAdmin();
      window.turnTo("tags");
      open(page, "Card_Pin");
      page.locator("[data-do=tag-merge-form]").click();
      page.locator("[name=intoId]").fill("card lost");
      page.locator(".decide [role=option]").first().click();
      see(page);
      assertThat(page.locator("change-preview .scroll")).hasCount(3);
      for (Locator table : page.locator("change-preview .scroll").all()) {
        Locator sum = table.locator("thead th").nth(1);
        assertThat(sum).hasText(Pattern.compile("All|Contacts"));
        assertThat(
                (double)
                    sum.evaluate(
                        "(e) => e.closest('.scroll').getBoundingClientRect().right"
                            + " - e.getBoundingClientRect().right + 0.5"))
            .isPositive();
      }
    }
  }

  @Test
  void an_abbreviation_of_the_house_finds_what_it_stands_for(Desk desk) {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signInAsAdmin();
      window.turnTo("tags");
      page.locator("main input[type=search]").fill("cc upgrade");
      assertThat(page.locator("tags-page tbody")).containsText("Upgrade_CreditCard");
    }
  }

  @Test
  void a_letter_is_a_decision_from_the_first_moment_of_the_page(Desk desk) {
    try (Window window = desk.open(Look.DESK)) {
      window.page().addInitScript("performance.now = () => 700");
      Page page = window.signInAsAdmin();
      window.turnTo("tags");
      page.locator(".tagtable tbody tr[data-tag]").first().focus();
      page.keyboard().press("a");
      assertThat(page.locator("[name=alias]")).isFocused();
    }
  }

  @Test
  void a_letter_behind_g_turns_to_a_page_and_is_no_decision_of_the_page_at_hand(Desk desk) {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signInAsAdmin();
      window.turnTo("questions");
      page.locator("main h1").focus();
      page.evaluate(
          "() => document.querySelector('main')"
              + ".addEventListener('keydown', (e) => (window.heard = [window.heard, e.code].join(' ')))");
      page.keyboard().press("g");
      page.keyboard().press("n");
      assertThat(page.locator("nav [aria-current=page]")).containsText("Naming rules");
      assertThat(page.evaluate("window.heard")).isEqualTo(" KeyG");
    }
  }

  @Test
  void what_somebody_else_changed_meanwhile_is_shown_and_nothing_typed_is_lost(Desk desk) {
    try (Window mine = desk.open(Look.DESK);
        Window theirs = desk.open(Look.DESK)) {
      Page page = mine.signInAsAdmin();
      mine.turnTo("tags");
      open(page, "Card_Pin");
      page.locator("[data-do=tag-words-form]").click();
      page.locator("[name=owner]").fill("Mine");
      page.locator("[name=purpose]").fill("My words");

      Page other = theirs.signInAsAdmin();
      theirs.turnTo("tags");
      open(other, "Card_Pin");
      other.locator("[data-do=tag-words-form]").click();
      other.locator("[name=owner]").fill("Theirs");
      other.locator("[name='facets.product']").fill("Debit card");
      see(other);
      publish(other, "we know better");
      dock(other, "Card_Pin is described");

      see(page);
      page.locator("#tag-note").fill("mine");
      page.locator(".decide .primary").click();
      assertThat(page.locator(".decide .banner.warn")).containsText("we know better");
      assertThat(page.locator(".decide table")).containsText("Theirs");
      mine.picture("tags-meanwhile");
      page.locator(".decide .primary").click();
      assertThat(page.locator("[name=owner]")).hasValue("Mine");
      assertThat(page.locator("[name=purpose]")).hasValue("My words");
      assertThat(page.locator("[name='facets.product']")).hasValue("Debit card");
      assertThat(page.locator(".theirs")).containsText("Theirs");
      see(page);
      publish(page, "");
      dock(page, "Card_Pin is described");
      page.locator("[data-act=undo]").click();
      dockIs(page, "Undone");
      other.locator("[data-act=undo]").click();
      assertThat(other.locator(".dock")).containsText("Undone");
      mine.troubles().removeIf(line -> line.contains("409"));
    }
  }

  @Test
  void a_name_that_cannot_be_is_refused_beside_the_field_in_the_readers_language(Desk desk) {
    try (Window window = desk.open(Look.DESK.in("zh-TW"))) {
      Page page = window.signInAsAdmin();
      window.turnTo("tags");
      page.locator("[data-act=new]").click();
      page.locator("[name=family]").selectOption("Card");
      refused(page, "", "輸入標籤名稱");
      refused(page, "🙂", "需要至少一個文字或數字");
      refused(page, "Card_\u202Etsol", "看不見");
      refused(page, "Card_Lost", "的別名");
      page.locator("[name=name]").fill("Card_Fine");
      page.locator("[name='names.en']").fill("a\u202Eb");
      see(page);
      assertThat(page.locator("[id='tag-names.en-error']")).containsText("看不見的符號");
      assertThat(page.locator("[name='names.en']")).isFocused();
      window.picture("tags-refused");
      window.troubles().removeIf(line -> line.contains("409"));
    }
  }

  private static void refused(Page page, String name, String words) {
    page.locator("[name=name]").fill(name);
    see(page);
    assertThat(page.locator("#tag-name-error")).containsText(words);
    assertThat(page.locator("[name=name]")).hasValue(name);
  }

  private static Locator.FilterOptions text(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  private static void find(Page page, String name) {
    page.locator("main input[type=search]").fill(name);
  }

  private static void open(Page page, String name) {
    find(page, name);
    page.locator(".tagtable tbody tr[data-tag]").first().click();
    assertThat(page.locator("#tag-title")).containsText(name);
  }

  private static void see(Page page) {
    page.locator(".decide form .primary").click();
  }

  private static void publish(Page page, String why) {
    page.locator("#tag-note").fill(why);
    page.locator(".decide form .primary").click();
  }

  private static void dock(Page page, String told) {
    dockIs(page, told);
    assertThat(page.locator("[data-act=undo]")).isFocused();
  }

  private static void dockIs(Page page, String told) {
    assertThat(page.locator(".dock")).containsText(told);
  }

  /** In the preview, by keyboard: the reason, then Enter. */
  private static void note(Page page, String why) {
    assertThat(page.locator("#decide-title")).isFocused();
    assertThat(page.locator("#tag-note")).isVisible();
    while (!page.locator("#tag-note")
        .evaluate("(e) => e === document.activeElement")
        .equals(true)) {
      page.keyboard().press("Tab");
    }
    page.keyboard().type(why);
    page.keyboard().press("Enter");
  }

  private static void toPrimary(Page page) {
    Locator primary = page.locator(".decide form .primary");
    while (!primary.evaluate("(e) => e === document.activeElement").equals(true)) {
      page.keyboard().press("Tab");
    }
  }
}
