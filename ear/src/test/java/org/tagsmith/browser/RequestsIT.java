package org.tagsmith.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tagsmith.browser.Desk.Look;
import org.tagsmith.browser.Desk.Window;

/** An agent asks for a tag, a lead answers, the agent sees it. */
@ExtendWith(Desk.class)
class RequestsIT {
  private static final String PASSWORD = "a-long-enough-one";
  private static final String SEND =
      """
      ({ method, path, body }) => fetch('/api/' + path, { method, body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json', 'X-Tagsmith': '1' } })
        .then((answer) => answer.status === 204 ? null : answer.json())
      """;

  private static final String KNOWN =
      """
      () => fetch('/api/reports/unmapped-labels?limit=1').then((answer) => answer.json())
        .then(({ labels }) => fetch('/api/labels/contacts?tickets=true&label='
          + encodeURIComponent(labels[0].label)))
        .then((answer) => answer.json()).then(({ tickets }) => tickets[0])
      """;

  @Test
  void an_agent_asks_a_lead_makes_the_tag_and_the_agent_sees_it(Desk desk) {
    try (Window leads = desk.open(Look.DESK);
        Window asks = desk.open(Look.DESK)) {
      Page lead = leads.signInAsAdmin();
      addAgent(lead, "ria");
      Page agent = asks.signIn("ria", PASSWORD);
      asks.turnTo("requests");
      agent.locator("[data-act=ask]").click();
      agent.locator("[name=name]").fill("card lost");
      assertThat(agent.locator("ask-for-tag .near")).containsText("Card_Lost");
      agent.locator("ask-for-tag .primary").click();
      assertThat(agent.locator("#tag-purpose-error")).containsText("Say what it is for");
      assertThat(agent.locator("#tag-tickets-error")).isVisible();
      asks.picture("requests-asking");
      agent.locator("[name=name]").fill("Card_Wood");
      agent.locator("[name=purpose]").fill("Wants the \"wooden\" card <b>.");
      agent.locator("[name=words]").fill("Do you have a wooden one?");
      agent.locator("[name=tickets]").fill(String.valueOf(known(lead).get("page")));
      agent.locator("ask-for-tag .primary").click();
      assertThat(agent.locator("[data-request]").first()).isFocused();
      assertThat(agent.locator("[data-request]").first()).containsText("Card_Wood");
      assertThat(agent.locator("[data-request]").first()).containsText("\"wooden\" card <b>.");

      leads.turnTo("requests");
      Locator request = card(lead, "Card_Wood");
      assertThat(request).containsText("ria");
      request.locator("[data-act=accept]").click();
      assertThat(lead.locator("request-act .banner.warn")).containsText("missing");
      leads.picture("requests-below");
      lead.locator("request-act [name=reason]").fill("The shops ask for it.");
      lead.locator("request-act .primary").click();
      assertThat(lead.locator(".decide [name=name]")).hasValue("Card_Wood");
      assertThat(lead.locator(".decide [name=examples]")).hasValue("Do you have a wooden one?");
      lead.locator(".decide form .primary").click();
      assertThat(lead.locator("#tag-note")).isVisible();
      lead.locator(".decide form .primary").click();
      assertThat(lead.locator(".dock")).containsText("The request of ria is answered");

      asks.turnTo("tags");
      asks.turnTo("requests");
      assertThat(card(agent, "Card_Wood").locator(".said")).containsText("was made by admin");
      asks.picture("requests-made");
      lead.locator("[data-act=undo]").click();
      assertThat(lead.locator(".dock")).containsText("Undone");
    }
  }

  @Test
  void an_agent_asks_for_a_code_a_lead_makes_it_and_the_agent_reads_its_number(Desk desk) {
    try (Window leads = desk.open(Look.DESK);
        Window asks = desk.open(Look.DESK)) {
      Page lead = leads.signInAsAdmin();
      addAgent(lead, "cora");
      Page agent = asks.signIn("cora", PASSWORD);
      asks.turnTo("requests");
      agent.locator("[data-act=ask]").click();
      agent.locator("[name=kind]").selectOption("code");
      agent.locator("[name=name]").fill("My wooden card is wet");
      agent.locator("[name=purpose]").fill("Nothing that is there says it.");
      agent.locator("[name=words]").fill("It rained on my card.");
      agent.locator("[name=tickets]").fill(String.valueOf(known(lead).get("page")));
      agent.locator("ask-for-tag .primary").click();
      assertThat(card(agent, "My wooden card is wet")).isFocused();

      leads.turnTo("requests");
      card(lead, "My wooden card is wet").locator("[data-act=accept]").click();
      lead.locator("request-act [name=reason]").fill("It rains often.");
      lead.locator("request-act .primary").click();
      assertThat(lead.locator("main h1")).hasText("Reason codes");
      assertThat(lead.locator("#code-name-en")).hasValue("My wooden card is wet");
      assertThat(lead.locator("#code-examples")).hasValue("It rained on my card.");
      String number = lead.locator("#code-number").inputValue();
      lead.locator(".codeform button[type=submit]").click();
      assertThat(lead.locator("#code-tag-error")).isVisible();
      lead.locator("#code-tag").fill("Payment_CardFailed");
      lead.locator(".codeform button[type=submit]").click();
      lead.locator(".publishing .btn.primary").click();
      assertThat(lead.locator("reason-codes .told"))
          .containsText("The request of cora is answered");
      assertThat(lead.locator("tr[data-code='" + number + "']")).containsText("wooden card is wet");

      asks.turnTo("tags");
      asks.turnTo("requests");
      assertThat(card(agent, "My wooden card is wet").locator(".said"))
          .containsText(Pattern.compile("\\b" + number + "\\b.* was made by admin"));
      asks.picture("requests-code-made");
    }
  }

  @Test
  void the_same_in_traditional_chinese_by_keyboard_and_the_second_lead_sees_the_first(Desk desk) {
    try (Window leads = desk.open(Look.DESK.in("zh-TW"));
        Window asks = desk.open(Look.DESK.in("zh-TW").wide(320))) {
      Page lead = leads.signInAsAdmin();
      addAgent(lead, "rui");
      Page agent = asks.signIn("rui", PASSWORD);
      Keyboard keys = agent.keyboard();
      agent.locator("main h1").first().waitFor();
      keys.press("g");
      keys.press("r");
      assertThat(agent.locator("main h1")).hasText("標籤申請");
      agent.locator("tag-requests [data-act=ask]").waitFor();
      keys.press("n");
      assertThat(agent.locator("ask-for-tag [name=kind]")).isFocused();
      keys.press("Tab");
      keys.type("信用卡_竹製");
      keys.press("Tab");
      keys.type("客戶想要竹製卡片");
      keys.press("Tab");
      keys.press("Tab");
      Map<String, Object> ticket = known(lead);
      keys.type(String.valueOf(ticket.get("ticketId")));
      String account = String.valueOf(ticket.get("accountId"));
      agent.locator("ask-for-tag [name=account]").selectOption(account);
      asks.picture("requests-asking", true);
      agent.locator("ask-for-tag .primary").focus();
      keys.press("Enter");
      assertThat(card(agent, "信用卡_竹製")).isFocused();

      leads.turnTo("requests");
      Locator request = card(lead, "信用卡_竹製");
      request.focus();
      lead.keyboard().press("d");
      assertThat(lead.locator("request-act [name=reason]")).isFocused();
      lead.keyboard().type("請使用現有標籤");
      Object id = request.getAttribute("data-request");
      send(lead, "PATCH", "requests/" + id, Map.of("version", 1, "dueOn", "2031-05-06"));
      lead.locator("request-act .primary").click();
      assertThat(request.locator(".banner.warn")).containsText("admin");
      assertThat(request.locator(".banner.warn")).containsText("5月6日");
      assertThat(lead.locator("request-act [name=reason]")).hasValue("請使用現有標籤");
      leads.picture("requests-meanwhile");
      lead.locator("request-act .primary").click();
      assertThat(request.locator(".said")).containsText("未採納");

      asks.turnTo("tags");
      asks.turnTo("requests");
      assertThat(card(agent, "信用卡_竹製").locator(".said")).containsText("請使用現有標籤");
      asks.picture("requests-declined");
      leads.troubles().removeIf(line -> line.contains("409"));
    }
  }

  /** For the looks: an open request with its form, and one that is answered. */
  static void walk(Window window, BiConsumer<Window, String> look) {
    Page page = window.turnTo("requests");
    if (card(page, "Loan_Look").count() == 0) {
      ask(page, "Loan_Look");
      ask(page, "Loan_Seen_退款");
    }
    window.turnTo("settings");
    window.turnTo("requests");
    card(page, "Loan_Look").locator("summary").click();
    look.accept(window, "requests-list");
    card(page, "Loan_Look").locator("[data-act=accept]").click();
    page.locator("request-act [name=reason]").waitFor();
    look.accept(window, "requests-accept");
    page.locator("request-act .rowacts .btn:not(.primary)").click();
    card(page, "Loan_Look").locator("[data-act=existing]").click();
    page.locator("request-act [role=option]").first().waitFor();
    look.accept(window, "requests-existing");
    page.locator("request-act .rowacts .btn:not(.primary)").click();
    page.locator("[data-act=ask]").click();
    page.locator("[name=name]").fill("card lost");
    page.locator("ask-for-tag .near li").first().waitFor();
    look.accept(window, "requests-ask");
    page.locator("ask-for-tag .rowacts .btn:not(.primary)").click();
  }

  /** A ticket that was read: its number, its account and its page. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> known(Page lead) {
    return (Map<String, Object>) lead.evaluate(KNOWN);
  }

  private static void ask(Page page, String name) {
    send(
        page,
        "POST",
        "requests",
        Map.of(
            "kind",
            "tag",
            "name",
            name,
            "purpose",
            "Asked " + "very ".repeat(30) + "often, and nothing that is there fits.",
            "words",
            "我想看一下\nMay I see it?",
            "tickets",
            new Object[] {known(page).get("page")}));
  }

  private static void addAgent(Page admin, String name) {
    send(admin, "POST", "people", Map.of("name", name, "role", "agent", "password", PASSWORD));
  }

  private static Object send(Page page, String method, String path, Map<String, ?> body) {
    return page.evaluate(SEND, Map.of("method", method, "path", path, "body", body));
  }

  private static Locator card(Page page, String name) {
    return page.locator("[data-request]", new Page.LocatorOptions().setHas(page.getByText(name)));
  }
}
