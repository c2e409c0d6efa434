package org.tagsmith.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.browser.Desk.Look;
import org.tagsmith.browser.Desk.Window;

/** An agent at a ticket of the sandbox Freshdesk, with our app installed as an admin would. */
@ExtendWith(Desk.class)
class FreshdeskSidebarIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final AtomicInteger TAKEN = new AtomicInteger();

  @Test
  void a_number_and_enter_tag_the_ticket_in_freshdesk_without_any_submit(Desk desk)
      throws Exception {
    long ticket = untouched(desk);
    Set<String> before = tags(desk, ticket);
    try (Window window = desk.open(Look.DESK)) {
      FrameLocator sidebar = window.freshdeskTicket(ticket);

      type(window, sidebar, "17");

      assertThat(sidebar.locator(".reason")).containsText("17");
      assertThat(cardFailed(sidebar)).hasCount(1);
      await().atMost(SOON).until(() -> tags(desk, ticket).size() == before.size() + 1);
      assertThat(tags(desk, ticket)).containsAll(before);
      assertThat(sidebar.locator(".foot .st")).containsText("Saved in Freshdesk");
      assertThat(cardFailed(sidebar).locator(".state")).hasCount(0);
      // the ticket's own page follows by itself
      assertThat(window.page().locator("#chips li")).hasCount(before.size() + 1);
      window.picture("freshdesk-tagged");
    }
  }

  @Test
  void undo_takes_the_tag_out_of_freshdesk_again(Desk desk) throws Exception {
    long ticket = untouched(desk);
    Set<String> before = tags(desk, ticket);
    try (Window window = desk.open(Look.DESK)) {
      FrameLocator sidebar = window.freshdeskTicket(ticket);
      type(window, sidebar, "17");
      await().atMost(SOON).until(() -> tags(desk, ticket).size() == before.size() + 1);

      sidebar
          .getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Undo"))
          .focus();
      window.page().keyboard().press("z");

      assertThat(cardFailed(sidebar)).hasCount(0);
      await().atMost(SOON).until(() -> tags(desk, ticket).equals(before));
    }
  }

  @Test
  void what_others_tagged_meanwhile_stays(Desk desk) throws Exception {
    long ticket = untouched(desk);
    try (Window window = desk.open(Look.DESK)) {
      FrameLocator sidebar = window.freshdeskTicket(ticket);
      window.page().locator("#tag-input").fill("by hand");
      window.page().locator("#update").click();
      await().atMost(SOON).until(() -> tags(desk, ticket).contains("by hand"));

      type(window, sidebar, "17");

      await()
          .atMost(SOON)
          .until(() -> tags(desk, ticket).stream().anyMatch(tag -> tag.matches("(?i).*failed.*")));
      assertThat(tags(desk, ticket)).contains("by hand");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "zh-TW", "zh-CN"})
  void the_sidebar_speaks_the_agents_language_and_fits_its_place(String language, Desk desk)
      throws Exception {
    long ticket = untouched(desk);
    try (Window window = desk.open(Look.DESK.in(language))) {
      FrameLocator sidebar = window.freshdeskTicket(ticket);

      type(window, sidebar, "17");

      assertThat(sidebar.locator(".foot .st"))
          .containsText(
              switch (language) {
                case "zh-TW" -> "已存到 Freshdesk";
                case "zh-CN" -> "已存到 Freshdesk";
                default -> "Saved in Freshdesk";
              });
      String placeholder = sidebar.locator("#reason-field").getAttribute("placeholder");
      assertThat(placeholder)
          .isEqualTo(
              switch (language) {
                case "zh-TW" -> "輸入代碼或標籤，例如 17";
                case "zh-CN" -> "输入代码或标签，例如 17";
                default -> "Code or tag, e.g. 17";
              });
      window.picture("freshdesk-sidebar");
    }
  }

  private static void type(Window window, FrameLocator sidebar, String text) {
    sidebar.locator("#reason-field").focus();
    window.page().keyboard().type(text);
    window.page().keyboard().press("Enter");
  }

  private static Locator cardFailed(FrameLocator sidebar) {
    return sidebar
        .locator(".tagrow")
        .filter(new Locator.FilterOptions().setHasText("Payment_CardFailed"));
  }

  /** A ticket that no other test uses; Freshdesk lets agents tag closed ones too. */
  static long untouched(Desk desk) throws Exception {
    List<Long> all = new ArrayList<>();
    for (int page = 1; page <= 6; page++) {
      String list = "/api/v2/tickets?per_page=100&updated_since=2000-01-01&page=" + page;
      for (JsonNode ticket : JSON.readTree(desk.freshdeskGet(list))) {
        if (StreamSupport.stream(ticket.path("tags").spliterator(), false)
            .noneMatch(tag -> tag.asText().matches("(?i).*(card|pay|fail|刷|付|卡).*"))) {
          all.add(ticket.path("id").asLong());
        }
      }
    }
    all.sort(null);
    return all.get(all.size() - 1 - TAKEN.getAndIncrement() % 20);
  }

  private static Set<String> tags(Desk desk, long ticket) throws Exception {
    Set<String> tags = new HashSet<>();
    JSON.readTree(desk.freshdeskGet("/api/v2/tickets/" + ticket))
        .path("tags")
        .forEach(tag -> tags.add(tag.asText()));
    return tags;
  }
}
