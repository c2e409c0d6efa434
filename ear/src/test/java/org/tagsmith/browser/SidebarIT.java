package org.tagsmith.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.browser.Desk.Look;
import org.tagsmith.browser.Desk.Window;

/** An agent at a ticket of the sandbox helpdesk. */
@ExtendWith(Desk.class)
class SidebarIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CASE = Pattern.CASE_INSENSITIVE;
  private static final AtomicInteger TAKEN = new AtomicInteger();

  @Test
  void a_number_and_enter_tag_the_ticket_and_submit_saves_it(Desk desk) throws Exception {
    long ticket = untouched(desk);
    Set<String> before = Set.copyOf(tags(desk, ticket));
    try (Window window = desk.open(Look.DESK)) {
      FrameLocator sidebar = window.ticket(ticket);
      Locator field = sidebar.locator("#reason-field");

      field.focus();
      window.page().keyboard().type("17");
      assertThat(sidebar.getByRole(AriaRole.OPTION).first()).containsText("17");
      window.page().keyboard().press("Enter");

      assertThat(sidebar.locator(".reason")).containsText("17");
      assertThat(
              sidebar
                  .locator(".tagrow")
                  .filter(new Locator.FilterOptions().setHasText("Payment_CardFailed")))
          .hasCount(1);
      assertThat(field).hasValue("");
      window.picture("sidebar-tagged");

      window.page().locator("#submit").click();
      assertThat(window.page().locator("#unsaved")).hasText("");
      Set<String> after = Set.copyOf(tags(desk, ticket));
      assertThat(after).containsAll(before);
      assertThat(after).hasSize(before.size() + 1);
    }
  }

  @Test
  void undo_takes_back_the_last_change_by_key(Desk desk) throws Exception {
    long ticket = untouched(desk);
    try (Window window = desk.open(Look.DESK)) {
      FrameLocator sidebar = window.ticket(ticket);
      int rows = sidebar.locator(".tagrow").count();
      sidebar.locator("#reason-field").focus();
      window.page().keyboard().type("17");
      window.page().keyboard().press("Enter");
      assertThat(sidebar.locator(".tagrow")).hasCount(rows + 1);

      sidebar
          .getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Undo"))
          .focus();
      window.page().keyboard().press("z");

      assertThat(sidebar.locator(".tagrow")).hasCount(rows);
      assertThat(window.page().locator("#unsaved")).hasText("");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"card payment", "Payment_CardFailed", "payment_cardfailed", "17", "卡片付款失敗"})
  void a_reason_is_found_by_number_name_and_language(String typed, Desk desk) throws Exception {
    long ticket = untouched(desk);
    try (Window window = desk.open(Look.DESK)) {
      FrameLocator sidebar = window.ticket(ticket);

      sidebar.locator("#reason-field").fill(typed);

      assertThat(
              sidebar
                  .getByRole(AriaRole.OPTION)
                  .filter(
                      new Locator.FilterOptions()
                          .setHasText(Pattern.compile("Card.?payment.?failed|CardFailed", CASE)))
                  .first())
          .isVisible();
    }
  }

  @Test
  void a_number_that_is_no_code_offers_what_is_near_and_enter_takes_nothing(Desk desk)
      throws Exception {
    long ticket = untouched(desk);
    try (Window window = desk.open(Look.DESK)) {
      FrameLocator sidebar = window.ticket(ticket);
      int rows = sidebar.locator(".tagrow").count();

      sidebar.locator("#reason-field").fill("18");
      assertThat(sidebar.locator("#options-name")).containsText("18");
      window.page().keyboard().press("Enter");

      assertThat(sidebar.locator(".tagrow")).hasCount(rows);
    }
  }

  @Test
  void what_people_typed_stands_beside_the_house_tag_it_was_read_as(Desk desk) throws Exception {
    long ticket =
        ticketWhere(
            desk, tags -> tags.stream().anyMatch(tag -> tag.matches("(?i)card[-_]?lost.*")));
    try (Window window = desk.open(Look.DESK)) {
      FrameLocator sidebar = window.ticket(ticket);

      assertThat(sidebar.locator(".tagrow").first()).isVisible();
      assertThat(sidebar.locator(".tagrow").first()).containsText("LostOrStolen");
      assertThat(sidebar.locator(".from").first()).containsText("Typed");
      window.picture("sidebar-read");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "zh-TW", "zh-CN"})
  void the_sidebar_speaks_the_agents_language(String language, Desk desk) throws Exception {
    long ticket = untouched(desk);
    try (Window window = desk.open(Look.DESK.in(language))) {
      FrameLocator sidebar = window.ticket(ticket);

      String placeholder = sidebar.locator("#reason-field").getAttribute("placeholder");

      assertThat(placeholder)
          .isEqualTo(
              switch (language) {
                case "zh-TW" -> "輸入代碼或標籤，例如 17";
                case "zh-CN" -> "输入代码或标签，例如 17";
                default -> "Code or tag, e.g. 17";
              });
      window.picture("sidebar");
    }
  }

  @Test
  void an_agent_gets_through_a_ticket_with_the_keyboard_alone(Desk desk) throws Exception {
    long ticket = untouched(desk);
    try (Window window = desk.open(Look.DESK)) {
      FrameLocator sidebar = window.ticket(ticket);
      Page page = window.page();
      page.keyboard().press("Tab");
      sidebar.locator("#reason-field").focus();
      page.keyboard().type("refund");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("ArrowUp");
      page.keyboard().press("Enter");
      Locator chips = sidebar.locator(".tagrow");
      assertThat(chips.first()).isVisible();
      int rows = chips.count();

      page.keyboard().press("Backspace");
      assertThat(sidebar.locator(".marked")).hasCount(1);
      page.keyboard().press("Backspace");

      assertThat(chips).hasCount(rows - 1);
    }
  }

  @Test
  void a_tag_is_taken_off_even_while_it_is_still_being_saved(Desk desk) throws Exception {
    long ticket = untouched(desk);
    try (Window window = desk.open(Look.DESK)) {
      FrameLocator sidebar = window.ticket(ticket);
      Page page = window.page();
      Locator chips = sidebar.locator(".tagrow");
      int rows = chips.count();
      AtomicReference<Route> held = new AtomicReference<>();
      page.route("**/dispositions", held::set, new Page.RouteOptions().setTimes(1));
      sidebar.locator("#reason-field").focus();
      page.keyboard().type("17");
      page.keyboard().press("Enter");
      assertThat(chips).hasCount(rows + 1);
      page.waitForCondition(() -> held.get() != null);

      page.keyboard().press("Backspace");
      assertThat(sidebar.locator(".marked")).hasCount(1);
      page.keyboard().press("Backspace");
      held.get().resume();

      assertThat(chips).hasCount(rows);
      assertThat(page.locator("#unsaved")).hasText("");
    }
  }

  /** A ticket that no other test uses: the next of the open ones without a card failure. */
  static long untouched(Desk desk) throws Exception {
    List<Long> all = new ArrayList<>();
    for (JsonNode ticket : tickets(desk)) {
      if (!ticket.path("status").asText().matches("closed|deleted")
          && StreamSupport.stream(ticket.path("tags").spliterator(), false)
              .noneMatch(tag -> tag.asText().matches("(?i).*(card|pay|refund|刷|付|退).*"))) {
        all.add(ticket.path("id").asLong());
      }
    }
    return all.get(TAKEN.getAndIncrement() % all.size());
  }

  private static long ticketWhere(Desk desk, Predicate<Set<String>> wanted) throws Exception {
    for (JsonNode ticket : tickets(desk)) {
      Set<String> tags =
          StreamSupport.stream(ticket.path("tags").spliterator(), false)
              .map(JsonNode::asText)
              .collect(Collectors.toSet());
      if (wanted.test(tags)) {
        return ticket.path("id").asLong();
      }
    }
    throw new AssertionError("The sandbox has no such ticket");
  }

  private static List<String> tags(Desk desk, long ticket) throws Exception {
    for (JsonNode each : tickets(desk)) {
      if (each.path("id").asLong() == ticket) {
        return StreamSupport.stream(each.path("tags").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
      }
    }
    throw new AssertionError("No ticket " + ticket);
  }

  private static JsonNode tickets(Desk desk) throws Exception {
    return JSON.readTree(desk.sandboxGet("/api/v2/tickets.json?per_page=100")).path("tickets");
  }
}
