package org.tagsmith.connector.freshdesk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.tagsmith.connector.freshdesk.wire.AgentJson;
import org.tagsmith.connector.freshdesk.wire.CompanyJson;
import org.tagsmith.connector.freshdesk.wire.ContactJson;
import org.tagsmith.connector.freshdesk.wire.MeJson;
import org.tagsmith.connector.freshdesk.wire.NamedJson;
import org.tagsmith.connector.freshdesk.wire.RatingJson;
import org.tagsmith.connector.freshdesk.wire.RuleJson;
import org.tagsmith.connector.freshdesk.wire.SearchAnswerJson;
import org.tagsmith.connector.freshdesk.wire.TagsChangeJson;
import org.tagsmith.connector.freshdesk.wire.TicketFieldJson;
import org.tagsmith.connector.freshdesk.wire.TicketJson;

/**
 * One call of Freshdesk's API v2: every call this connector knows is made here.
 *
 * @param method the HTTP method
 * @param path path and query, under the account's base address, starting with a slash
 * @param body what to send as JSON, null for none
 * @param answer what the answer is read as
 * @param credits what the call takes from the account's limit of calls
 */
record FreshdeskRequest<T>(String method, String path, Object body, Class<T> answer, int credits) {
  private static final String API = "/api/v2/";

  /**
   * A page of a list of tickets, oldest change first. The time is always given: without it,
   * Freshdesk lists the tickets created in the last 30 days only.
   *
   * @param since in epoch seconds
   * @param page from 1
   */
  static FreshdeskRequest<TicketJson[]> tickets(
      Listing listing, long since, int page, int pageSize, Beside beside) {
    String path =
        "tickets?updated_since="
            + encoded(Instant.ofEpochSecond(since).toString())
            + "&order_by=updated_at&order_type=asc&per_page="
            + pageSize
            + "&page="
            + page
            + listing.filter()
            + beside.query();
    return get(path, TicketJson[].class, beside.credits());
  }

  /** The ticket that was opened last among those changed since then. */
  static FreshdeskRequest<TicketJson[]> newestTicket(Listing listing, long since) {
    return get(
        "tickets?updated_since="
            + encoded(Instant.ofEpochSecond(since).toString())
            + "&order_by=created_at&order_type=desc&per_page=1&page=1"
            + listing.filter(),
        TicketJson[].class,
        1);
  }

  static FreshdeskRequest<TicketJson> ticket(long id) {
    return get("tickets/" + id, TicketJson.class, 1);
  }

  static FreshdeskRequest<TicketJson> archivedTicket(long id) {
    return get("tickets/archived/" + id, TicketJson.class, 1);
  }

  static FreshdeskRequest<TicketJson> replaceTags(long id, Collection<String> tags) {
    return new FreshdeskRequest<>(
        "PUT", API + "tickets/" + id, new TagsChangeJson(List.copyOf(tags)), TicketJson.class, 1);
  }

  static FreshdeskRequest<ContactJson> contact(long id) {
    return get("contacts/" + id, ContactJson.class, 1);
  }

  static FreshdeskRequest<CompanyJson> company(long id) {
    return get("companies/" + id, CompanyJson.class, 1);
  }

  static FreshdeskRequest<CompanyJson[]> companies(int page) {
    return list("companies", page, CompanyJson[].class);
  }

  static FreshdeskRequest<AgentJson[]> agents(int page) {
    return list("agents", page, AgentJson[].class);
  }

  static FreshdeskRequest<NamedJson[]> groups(int page) {
    return list("groups", page, NamedJson[].class);
  }

  static FreshdeskRequest<NamedJson[]> products(int page) {
    return list("products", page, NamedJson[].class);
  }

  /**
   * A page of what customers rated.
   *
   * @param since in epoch seconds
   */
  static FreshdeskRequest<RatingJson[]> ratings(long since, int page) {
    String time = encoded(Instant.ofEpochSecond(since).toString());
    return list("surveys/satisfaction_ratings?created_since=" + time, page, RatingJson[].class);
  }

  private static <T> FreshdeskRequest<T> list(String path, int page, Class<T> answer) {
    String paging = "per_page=" + FreshdeskConfig.LARGEST_PAGE + "&page=" + page;
    return get(path + (path.indexOf('?') < 0 ? "?" : "&") + paging, answer, 1);
  }

  /**
   * A page of automation rules. No parameter is documented for them, and one that Freshdesk does
   * not know refuses the whole call, so the first page goes without.
   *
   * @param occasion 1 when a ticket is opened, 3 each hour, 4 when it changes
   * @param page from 1
   */
  static FreshdeskRequest<RuleJson[]> rules(int occasion, int page) {
    String paging = page == 1 ? "" : "?page=" + page;
    return get("automations/" + occasion + "/rules" + paging, RuleJson[].class, 1);
  }

  static FreshdeskRequest<TicketFieldJson[]> ticketFields() {
    return get("ticket_fields", TicketFieldJson[].class, 1);
  }

  /** Who the key belongs to. */
  static FreshdeskRequest<MeJson> me() {
    return get("agents/me", MeJson.class, 1);
  }

  /** How many tickets there are, told beside the first of them. */
  static FreshdeskRequest<SearchAnswerJson> countTickets() {
    return get(
        "search/tickets?query=" + encoded("\"created_at:>'2000-01-01'\""),
        SearchAnswerJson.class,
        1);
  }

  private static <T> FreshdeskRequest<T> get(String path, Class<T> answer, int credits) {
    return new FreshdeskRequest<>("GET", API + path, null, answer, credits);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
