package org.tagsmith.domain.ticket;

import java.util.regex.Pattern;

/**
 * What reports want to know of a ticket beside its labels. Not every reading tells all of it: what
 * is null was not told, and then what was told before stays true.
 *
 * @param channel null if not told
 * @param brandId the helpdesk's number of the brand or product, 0 if none
 * @param language such as "en" or "zh-TW", null if not told
 * @param rating null if not told; {@link Rating#NONE} if told that there is none
 * @param handling null if not told
 */
public record TicketFacts(
    Channel channel, long brandId, String language, Rating rating, Handling handling) {
  /** Nothing was told. */
  public static final TicketFacts UNTOLD = new TicketFacts(null, 0, null, null, null);

  private static final Pattern LANGUAGE =
      Pattern.compile("[A-Za-z0-9]{1,8}([-_][A-Za-z0-9]{1,8}){0,3}");

  /** A language that is none, such as a customer's own text, counts as not told. */
  public TicketFacts {
    language = language != null && LANGUAGE.matcher(language).matches() ? language : null;
  }

  /** These facts, and where nothing was told, the former ones. */
  public TicketFacts over(TicketFacts former) {
    return new TicketFacts(
        channel == null ? former.channel : channel,
        channel == null && brandId == 0 ? former.brandId : brandId,
        language == null ? former.language : language,
        rating == null ? former.rating : rating,
        handling == null ? former.handling : handling);
  }
}
