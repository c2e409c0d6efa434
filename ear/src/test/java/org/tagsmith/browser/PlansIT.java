package org.tagsmith.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tagsmith.browser.Desk.Look;
import org.tagsmith.browser.Desk.Window;

/** Leads write the house's labels onto the sandboxes' own tickets, and take that back. */
@ExtendWith(Desk.class)
class PlansIT {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final double LONG = 90_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String TOO_WIDE =
      "() => document.documentElement.scrollWidth > document.documentElement.clientWidth";

  @Test
  void a_plan_is_made_tried_started_paused_and_undone_by_keys(Desk desk) throws Exception {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signInAsAdmin();
      Chosen chosen = chosen(page, desk);
      page.keyboard().press("g");
      page.keyboard().press("w");
      assertThat(page.locator("main h1")).hasText("Write-back plans");
      page.waitForFunction("() => !document.querySelector('main .skels')");

      page.keyboard().press("n");
      assertThat(page.locator("#plan-new")).isFocused();
      window.picture("plans-new");
      page.locator("#plan-account").selectOption(chosen.account());
      page.locator("input[value=tag]").press("Space");
      page.locator("#plan-tag").selectOption(chosen.tag());
      page.locator("[data-act=make]").press("Enter");

      Locator plan = page.locator("[data-state=ready]").first();
      assertThat(plan.locator("h2")).isFocused();
      assertThat(plan).containsText("Tickets that change");
      plan.locator("[data-act=try]").press("Enter");
      assertThat(plan.locator(".tried")).containsText("Nothing was written", within(LONG));
      window.picture("plans-tried", true);
      String id = plan.getAttribute("data-plan");

      // in review nothing is written before somebody says so, however quick the machine is
      writeBack(page, desk, chosen, "review");
      plan.locator("[data-act=start]").press("Enter");
      plan = page.locator("[data-plan='" + id + "']");
      assertThat(plan).hasAttribute("data-state", "running");
      assertThat(plan).containsText("Wait for release", within(LONG));
      plan.locator("[data-act=pause]").press("Enter");
      assertThat(plan).hasAttribute("data-state", "paused");
      plan.locator("[data-act=stop]").press("Enter");
      assertThat(plan.locator(".ask [data-act=yes]")).isFocused();
      page.keyboard().press("Escape");
      assertThat(plan.locator("[data-act=stop]")).isFocused();
      plan.locator("[data-act=resume]").press("Enter");
      assertThat(plan).hasAttribute("data-state", "running");
      window.picture("plans-running");

      writeBack(page, desk, chosen, "automatic");
      assertThat(plan).hasAttribute("data-state", "finished", attribute(LONG));
      plan.locator("[data-act=undo]").press("Enter");
      assertThat(plan.locator(".ask [data-act=yes]")).isFocused();
      page.keyboard().press("Enter");
      assertThat(plan.locator(".badge")).containsText("Undone", within(LONG));
      assertThat(plan).containsText("As before again");
      window.picture("plans-undone");
    }
  }

  @Test
  void plans_fit_a_narrow_window_in_chinese_and_have_no_fault(Desk desk) throws Exception {
    Look look = Look.DESK.wide(320).in("zh-TW");
    try (Window window = desk.open(look.openToAxe())) {
      Page page = window.signInAsAdmin();
      Chosen chosen = chosen(page, desk);
      window.turnTo("history");
      page.locator("tr[data-version]").first().click();
      page.locator("a[href*='plans?version']").click();
      assertThat(page.locator("#plan-new")).hasText("新計畫");
      page.waitForFunction("() => !document.querySelector('main .skels')");
      window.picture("plans-form", true);
      assertThat(page.evaluate(TOO_WIDE)).as("the form scrolls sideways").isEqualTo(false);
      axe(page, "the form");
      page.locator("input[value=tag]").click();
      page.locator("#plan-account").selectOption(chosen.account());
      page.locator("#plan-tag").selectOption(chosen.tag());
      page.locator("[data-act=make]").click();
      page.locator("[data-state=ready]").first().waitFor();
      window.picture("plans-made", true);

      assertThat(page.evaluate(TOO_WIDE)).as("scrolls sideways").isEqualTo(false);
      axe(page, "the list");
      page.locator("[data-state=ready] [data-act=stop]").first().click();
      assertThat(page.locator("[data-state=stopped]").first()).containsText("已停止");
    }
  }

  /** A tag that some tickets of the sandbox Zendesk would get, and the account. */
  private record Chosen(String account, String tag) {}

  /** Asked beside the page, whose console would tell of each refusal. */
  private static Chosen chosen(Page page, Desk desk) throws Exception {
    String account = "";
    for (JsonNode each : ask(page, desk, "GET", "accounts", null).path("accounts")) {
      account =
          each.path("connector").asText().equals("zendesk") ? each.path("id").asText() : account;
    }
    JsonNode tags = ask(page, desk, "GET", "vocabulary", null).path("tags");
    Instant end = Instant.now().plusSeconds(90);
    String found = null;
    while (found == null && Instant.now().isBefore(end)) { // until tickets were read
      long fewest = Long.MAX_VALUE;
      for (JsonNode tag : tags) {
        String plan = "{\"account\":%s,\"tag\":%s}".formatted(account, tag.path("id").asText());
        JsonNode made = ask(page, desk, "POST", "plans", plan);
        long tickets = made.path("tickets").asLong();
        if (tickets > 2 && tickets < fewest) {
          fewest = tickets;
          found = tag.path("id").asText();
        }
        if (made.has("id")) {
          ask(page, desk, "POST", "plans/" + made.path("id").asText() + "/stop", "{}");
        }
      }
    }
    assertThat(found).as("a tag with labels to be replaced").isNotNull();
    return new Chosen(account, found);
  }

  private static void writeBack(Page page, Desk desk, Chosen chosen, String mode) throws Exception {
    ask(page, desk, "PATCH", "accounts/" + chosen.account(), "{\"writeBack\":\"" + mode + "\"}");
  }

  private static JsonNode ask(Page page, Desk desk, String method, String path, String body)
      throws Exception {
    String home = desk.tagsmith().at("/").toString();
    RequestOptions options =
        RequestOptions.create()
            .setMethod(method)
            .setHeader("X-Tagsmith", "1")
            .setHeader("Origin", home.substring(0, home.length() - 1));
    if (body != null) {
      options
          .setHeader("Content-Type", "application/json")
          .setData(body.getBytes(StandardCharsets.UTF_8));
    }
    APIResponse answer =
        page.request().fetch(desk.tagsmith().at("/api/" + path).toString(), options);
    return answer.text().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.text());
  }

  private static void axe(Page page, String what) {
    assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
        .as(what)
        .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
        .isEmpty();
  }

  private static ContainsTextOptions within(double millis) {
    return new ContainsTextOptions().setTimeout(millis);
  }

  private static HasAttributeOptions attribute(double millis) {
    return new HasAttributeOptions().setTimeout(millis);
  }
}
