package org.tagsmith.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tagsmith.browser.Desk.Look;
import org.tagsmith.browser.Desk.Window;

/** Leads change reason codes and naming rules, by mouse and by keyboard. */
@ExtendWith(Desk.class)
class CodesIT {
  @Test
  void a_lead_makes_a_code_retires_it_and_takes_that_back_by_mouse(Desk desk) {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signInAsAdmin();
      window.turnTo("codes");
      page.locator("#code-new").click();
      page.locator("#code-number").fill("17");
      page.locator(".codeform button[type=submit]").click();
      assertThat(page.locator("#code-number-error"))
          .containsText("My card payment failed. The next free one is 18");
      page.locator("#code-number").fill("26");
      page.locator("#code-name-en").fill("My card was refused abroad");
      page.locator("#code-tag").fill("Payment_CardFailed");
      page.locator("#code-parent").selectOption("17");
      page.locator(".codeform button[type=submit]").click();
      page.locator(".publishing .btn.primary").click();

      assertThat(page.locator("publish-panel .banner.ok")).containsText("Published as version");
      Locator row = page.locator("tr[data-code='26']");
      assertThat(row).containsText("My card was refused abroad");
      assertThat(row.locator("[data-level]")).hasAttribute("data-level", "2");
      assertThat(page.locator("reason-codes .note")).containsText("People remember about twenty");

      row.locator("[aria-expanded]").click();
      page.locator("#code-successor").selectOption("17");
      page.locator("tr.typing button[type=submit]").click();
      page.locator(".publishing .btn.primary").click();
      assertThat(row).containsText("Retired, now 17");
      page.locator("publish-panel .banner.ok button").click();
      assertThat(page.locator("publish-panel .banner.ok")).containsText("was taken back");
      assertThat(row).not().containsText("Retired");

      page.locator(".ph a.btn").click();
      assertThat(page.locator(".deskcard")).containsText("My card was refused abroad");
      page.locator("#card-language").selectOption("zh-Hant");
      assertThat(page.locator(".deskcard h2")).hasText("原因代碼");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator("nav")).isHidden();
      window.picture("card-print", true);
    }
  }

  @Test
  void typing_a_code_in_the_sidebar_lists_what_lies_under_it(Desk desk) throws Exception {
    long ticket = SidebarIT.untouched(desk);
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signInAsAdmin();
      publish(
          page,
          "{ do: 'add-code', number: 55, about: { tagId: 36, parent: 61,"
              + " names: { en: 'The rate at the counter' }, examples: [], groups: [] } }");

      FrameLocator sidebar = window.ticket(ticket);
      sidebar.locator("#reason-field").fill("61");

      assertThat(sidebar.getByRole(AriaRole.OPTION).first()).containsText("61");
      assertThat(sidebar.getByRole(AriaRole.OPTION).nth(1)).containsText("The rate at the counter");
    }
  }

  private static void publish(Page page, String change) {
    page.evaluate(
        """
        async () => {
          const { version } = await (await fetch('/api/vocabulary')).json();
          const answer = await fetch('/api/vocabulary/changes', { method: 'POST',
            headers: { 'Content-Type': 'application/json', 'X-Tagsmith': '1' },
            body: JSON.stringify({ base: version, changes: [%s] }) });
          if (!answer.ok) throw new Error(await answer.text());
        }
        """
            .formatted(change));
  }

  @Test
  void a_lead_tries_a_name_and_publishes_a_rule_by_keyboard_in_chinese(Desk desk) {
    try (Window window = desk.open(Look.DESK.in("zh-TW"))) {
      Page page = window.signInAsAdmin();
      page.keyboard().press("g");
      page.keyboard().press("n");
      page.locator("#try-name").waitFor();
      page.locator("#try-name").focus();
      page.keyboard().type("upgrade gold card");

      assertThat(page.locator(".answer .offer")).containsText("Upgrade_GoldCard");
      assertThat(page.locator(".answer .rules li.no")).not().hasCount(0);
      page.locator(".answer .offer button").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("#try-name")).hasValue("Upgrade_GoldCard");
      assertThat(page.locator(".answer .rules li.no")).hasCount(0);

      page.locator("#pattern-add").focus();
      page.keyboard().press("Enter");
      page.locator("#pattern-0").focus();
      page.keyboard().type(".*");
      assertThat(page.locator(".beside .banner.danger")).containsText("46");
      window.troubles().removeIf(line -> line.contains("status of 409"));
      page.keyboard().press("Control+a");
      page.keyboard().type("Card_.*");
      assertThat(page.locator(".beside")).containsText("不符合規則");
      page.locator("#rules-look").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator(".publishing h2")).isFocused();
      page.locator(".publishing .btn.primary").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("publish-panel .banner.ok")).containsText("已發布");
      page.locator("h1").focus();
      page.keyboard().press("z");
      assertThat(page.locator("publish-panel .banner.ok")).containsText("已撤銷");
      assertThat(page.locator("#pattern-0")).hasCount(0);
      window.troubles().removeIf(line -> line.contains("status of 409"));
    }
  }
}
