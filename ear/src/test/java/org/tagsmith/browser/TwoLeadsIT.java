package org.tagsmith.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tagsmith.browser.Desk.Look;
import org.tagsmith.browser.Desk.Window;

/** Two leads at once: each sees what the other did, and nothing of either is lost. */
@ExtendWith(Desk.class)
class TwoLeadsIT {
  private static final String PASSWORD = "a-long-enough-one";

  private static final String SEND =
      """
      async ([method, path, body]) => {
        const answer = await fetch('/api/' + path, { method,
          headers: { 'Content-Type': 'application/json', 'X-Tagsmith': '1' },
          body: JSON.stringify(body) });
        if (!answer.ok) throw new Error(await answer.text());
        return answer.status === 204 ? null : answer.json();
      }
      """;

  @Test
  void the_same_label_is_decided_once_and_the_other_lead_is_told_by_whom(Desk desk) {
    try (Window ours = desk.open(Look.DESK);
        Window hers = desk.open(Look.DESK.in("zh-TW"))) {
      Page page = ours.signInAsAdmin();
      addLead(page, "mia");
      Page other = hers.signIn("mia", PASSWORD);
      String before = waiting(page).innerText();
      ours.turnTo("unmapped");
      hers.turnTo("unmapped");

      find(other, "refinance");
      other.keyboard().press("i");
      assertThat(other.locator(".toast")).containsText("已忽略");
      find(page, "refinance");
      page.keyboard().press("i");
      assertThat(page.locator(".toast")).containsText("refinance");
      assertThat(page.locator(".toast")).containsText("mia decided this already");
      assertThat(page.locator("tr[data-label=refinance].theirs")).isVisible();
      page.keyboard().press("i");
      assertThat(page.locator("tr[data-label=refinance].theirs")).isVisible();
      find(page, "phishing");
      page.keyboard().press("i");
      assertThat(page.locator("nav a[href='#/review']")).isVisible();

      other.keyboard().press("p");
      other.locator(".review .btn.primary").waitFor();
      other.keyboard().press("Control+Enter");
      assertThat(other.locator(".told .banner.ok button")).isVisible();
      assertThat(page.locator(".told .banner"))
          .containsText(
              "mia published version",
              new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
      assertThat(page.locator(".told .banner")).containsText("Your draft is kept");
      find(page, "refinance");
      assertThat(page.locator("tr[data-label=refinance].theirs")).isVisible();
      assertThat(page.locator(".pane")).containsText("mia published a decision about this");
      ours.picture("two-leads");
      page.locator(".told .banner button").click();
      assertThat(page.locator("main .empty")).containsText("refinance");

      page.keyboard().press("p");
      page.locator(".review .btn.primary").waitFor();
      page.keyboard().press("Control+Enter");
      page.locator(".told .banner.ok button").click();
      assertThat(page.locator(".told .banner.ok")).containsText("was taken back");
      other.locator(".told .banner.ok button").click();
      assertThat(other.locator(".told .banner.ok")).containsText("已撤銷");
      assertThat(waiting(page)).not().hasText("");
      page.reload();
      assertThat(waiting(page)).hasText(before);
      ours.troubles().removeIf(line -> line.contains("409"));
    }
  }

  private static void find(Page page, String label) {
    page.locator(".tools input[type=search]").fill(label);
    page.keyboard().press("Enter");
  }

  private static Locator waiting(Page page) {
    return page.locator("nav a[href='#/unmapped'] .n");
  }

  private static void addLead(Page admin, String name) {
    send(admin, "POST", "people", Map.of("name", name, "role", "lead", "password", PASSWORD));
  }

  private static Object send(Page page, String method, String path, Map<String, ?> body) {
    return page.evaluate(SEND, List.of(method, path, body));
  }
}
