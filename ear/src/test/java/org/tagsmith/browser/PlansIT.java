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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
      Chosen chosen = chosen(page, desk, "zendesk", false);
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
  void a_plan_runs_on_freshdesk_and_is_taken_back(Desk desk) throws Exception {
    try (Window window = desk.open(Look.DESK)) {
      Page page = window.signInAsAdmin();
      Chosen chosen = chosen(page, desk, "freshdesk", true); // its tickets close after two days
      writeBack(page, desk, chosen, "automatic");
      JsonNode made = make(page, desk, chosen, true);
      String tried = "plans/" + made.path("id").asText() + "/dry-run";
      List<Written> writes = new ArrayList<>();
      for (JsonNode ticket : ask(page, desk, "POST", tried, "{}").path("tickets")) {
        if (ticket.path("what").asText().equals("write")) {
          writes.add(Written.of(ticket));
        }
      }
      assertThat(writes).as("tickets that would change").isNotEmpty();
      Map<Long, Set<String>> before = tagsOf(desk, writes);

      window.turnTo("plans");
      Locator plan = page.locator("[data-plan='" + made.path("id").asText() + "']");
      plan.locator("[data-act=start]").click();
      assertThat(plan).hasAttribute("data-state", "finished", attribute(LONG));
      for (Written written : writes) {
        assertThat(tagsOf(desk, List.of(written)).get(written.ticket()))
            .containsAll(written.add())
            .doesNotContainAnyElementsOf(written.remove());
      }
      window.picture("plans-freshdesk");

      plan.locator("[data-act=undo]").click();
      plan.locator(".ask [data-act=yes]").click();
      assertThat(plan.locator(".badge")).containsText("Undone", within(LONG));
      assertThat(tagsOf(desk, writes)).isEqualTo(before);
    }
  }

  /** What a dry run says of a ticket that would be written. */
  private record Written(long ticket, Set<String> add, Set<String> remove) {
    static Written of(JsonNode ticket) {
      return new Written(
          ticket.path("ticket").asLong(), words(ticket.path("add")), words(ticket.path("remove")));
    }
  }

  private static Set<String> words(JsonNode texts) {
    Set<String> words = new HashSet<>();
    texts.forEach(text -> words.add(text.asText()));
    return words;
  }

  private static Map<Long, Set<String>> tagsOf(Desk desk, List<Written> writes) throws Exception {
    Map<Long, Set<String>> tags = new HashMap<>();
    for (Written written : writes) {
      String ticket = desk.freshdeskGet("/api/v2/tickets/" + written.ticket());
      tags.put(written.ticket(), words(JSON.readTree(ticket).path("tags")));
    }
    return tags;
  }

  @Test
  void plans_fit_a_narrow_window_in_chinese_and_have_no_fault(Desk desk) throws Exception {
    Look look = Look.DESK.wide(320).in("zh-TW");
    try (Window window = desk.open(look.openToAxe())) {
      Page page = window.signInAsAdmin();
      Chosen chosen = chosen(page, desk, "zendesk", false);
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

      String id = page.locator("[data-state=ready]").first().getAttribute("data-plan");
      Locator plan = page.locator("[data-plan='" + id + "']");
      writeBack(page, desk, chosen, "review");
      plan.locator("[data-act=start]").click();
      assertThat(plan).hasAttribute("data-state", "running");
      int version = retire(page, desk, chosen);
      assertThat(plan).containsText("計畫中有些標籤的意思已經改變", within(LONG));
      assertThat(plan).hasAttribute("data-state", "paused");
      window.picture("plans-paused-itself", true);
      assertThat(page.evaluate(TOO_WIDE)).as("the reason scrolls sideways").isEqualTo(false);
      axe(page, "the reason");
      plan.locator("[data-act=resume]").click();
      assertThat(plan).containsText("請重新建立計畫");
      window.troubles().removeIf(line -> line.contains("409"));
      ask(page, desk, "POST", "vocabulary/versions/" + version + "/undo", "{}");
      writeBack(page, desk, chosen, "automatic");
      plan.locator("[data-act=stop]").click();
      plan.locator(".ask [data-act=yes]").click();
      assertThat(plan).containsText("已停止");
    }
  }

  /** Publishes that the tag is retired. */
  private static int retire(Page page, Desk desk, Chosen chosen) throws Exception {
    int base = ask(page, desk, "GET", "vocabulary", null).path("version").asInt();
    String change = "{\"base\":%d,\"changes\":[{\"do\":\"retire-tag\",\"tagId\":%s}]}";
    JsonNode published =
        ask(page, desk, "POST", "vocabulary/changes", change.formatted(base, chosen.tag()));
    return published.path("version").asInt();
  }

  /** A tag that some tickets of a sandbox would get, and the account. */
  private record Chosen(String account, String tag) {}

  /** Asked beside the page, whose console would tell of each refusal. */
  private static Chosen chosen(Page page, Desk desk, String helpdesk, boolean closed)
      throws Exception {
    String account = "";
    for (JsonNode each : ask(page, desk, "GET", "accounts", null).path("accounts")) {
      account =
          each.path("connector").asText().equals(helpdesk) ? each.path("id").asText() : account;
    }
    JsonNode tags = ask(page, desk, "GET", "vocabulary", null).path("tags");
    Instant end = Instant.now().plusSeconds(90);
    String found = null;
    while (found == null && Instant.now().isBefore(end)) { // until tickets were read
      long fewest = Long.MAX_VALUE;
      for (JsonNode tag : tags) {
        JsonNode made = make(page, desk, new Chosen(account, tag.path("id").asText()), closed);
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

  private static JsonNode make(Page page, Desk desk, Chosen chosen, boolean closed)
      throws Exception {
    String plan = "{\"account\":%s,\"tag\":%s,\"closed\":%s}";
    return ask(page, desk, "POST", "plans", plan.formatted(chosen.account(), chosen.tag(), closed));
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
