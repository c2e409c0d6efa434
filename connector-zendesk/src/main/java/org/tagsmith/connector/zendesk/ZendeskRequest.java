package org.tagsmith.connector.zendesk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.tagsmith.connector.zendesk.wire.BatchChangeJson;
import org.tagsmith.connector.zendesk.wire.BatchTicketJson;
import org.tagsmith.connector.zendesk.wire.BrandsJson;
import org.tagsmith.connector.zendesk.wire.CountAnswerJson;
import org.tagsmith.connector.zendesk.wire.JobStatusAnswerJson;
import org.tagsmith.connector.zendesk.wire.MeJson;
import org.tagsmith.connector.zendesk.wire.RulesPageJson;
import org.tagsmith.connector.zendesk.wire.TagsChangeJson;
import org.tagsmith.connector.zendesk.wire.TagsJson;
import org.tagsmith.connector.zendesk.wire.TicketAnswerJson;
import org.tagsmith.connector.zendesk.wire.TicketFieldsJson;
import org.tagsmith.connector.zendesk.wire.TicketPageJson;

/**
 * One call of the Support API: every call this connector knows is made here.
 *
 * @param method the HTTP method
 * @param path path and query, under the account's base address, starting with a slash
 * @param body what to send as JSON, null for none
 * @param answer what the answer is read as
 */
record ZendeskRequest<T>(String method, String path, Object body, Class<T> answer) {
  private static final String EXPORT = "/api/v2/incremental/tickets/cursor.json?";
  private static final String SIDELOADS = "&include=users,organizations,groups,metric_sets";

  static ZendeskRequest<TicketPageJson> firstPage(long startTime, int pageSize) {
    return get(
        EXPORT + "start_time=" + startTime + "&per_page=" + pageSize + SIDELOADS,
        TicketPageJson.class);
  }

  static ZendeskRequest<TicketPageJson> pageAfter(String cursor, int pageSize) {
    return get(
        EXPORT + "cursor=" + encoded(cursor) + "&per_page=" + pageSize + SIDELOADS,
        TicketPageJson.class);
  }

  static ZendeskRequest<TicketAnswerJson> ticket(long id) {
    return get("/api/v2/tickets/" + id + ".json", TicketAnswerJson.class);
  }

  /** Several at once, at most 100; those that are not there are left out of the answer. */
  static ZendeskRequest<TicketPageJson> tickets(Collection<Long> ids) {
    return get(
        "/api/v2/tickets/show_many.json?ids="
            + ids.stream().map(String::valueOf).collect(Collectors.joining(","))
            + SIDELOADS,
        TicketPageJson.class);
  }

  static ZendeskRequest<TagsJson> addTags(long id, Collection<String> tags, String stamp) {
    return tags("PUT", id, tags, stamp);
  }

  static ZendeskRequest<TagsJson> removeTags(long id, Collection<String> tags, String stamp) {
    return tags("DELETE", id, tags, stamp);
  }

  static ZendeskRequest<JobStatusAnswerJson> batchChange(
      long id, Collection<String> add, Collection<String> remove) {
    BatchTicketJson ticket =
        new BatchTicketJson(
            add.isEmpty() ? null : List.copyOf(add), remove.isEmpty() ? null : List.copyOf(remove));
    return new ZendeskRequest<>(
        "PUT",
        "/api/v2/tickets/update_many.json?ids=" + id,
        new BatchChangeJson(ticket),
        JobStatusAnswerJson.class);
  }

  static ZendeskRequest<JobStatusAnswerJson> job(String id) {
    return get("/api/v2/job_statuses/" + encoded(id) + ".json", JobStatusAnswerJson.class);
  }

  static ZendeskRequest<TicketFieldsJson> ticketFields() {
    return get("/api/v2/ticket_fields.json", TicketFieldsJson.class);
  }

  static ZendeskRequest<BrandsJson> brands() {
    return get("/api/v2/brands.json", BrandsJson.class);
  }

  /**
   * A page of the rules that are in use.
   *
   * @param list {@code triggers}, {@code automations}, {@code views} or {@code macros}
   * @param cursor null for the first page
   */
  static ZendeskRequest<RulesPageJson> rules(String list, String cursor) {
    String after = cursor == null ? "" : "&page%5Bafter%5D=" + encoded(cursor);
    return get(
        "/api/v2/" + list + ".json?active=true&page%5Bsize%5D=100" + after, RulesPageJson.class);
  }

  static ZendeskRequest<CountAnswerJson> countTickets() {
    return get("/api/v2/tickets/count.json", CountAnswerJson.class);
  }

  /** Who the token belongs to. */
  static ZendeskRequest<MeJson> me() {
    return get("/api/v2/users/me.json", MeJson.class);
  }

  private static ZendeskRequest<TagsJson> tags(
      String method, long id, Collection<String> tags, String stamp) {
    return new ZendeskRequest<>(
        method,
        "/api/v2/tickets/" + id + "/tags.json",
        new TagsChangeJson(List.copyOf(tags), stamp, "true"),
        TagsJson.class);
  }

  private static <T> ZendeskRequest<T> get(String path, Class<T> answer) {
    return new ZendeskRequest<>("GET", path, null, answer);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
