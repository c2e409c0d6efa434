package org.tagsmith.connector.freshdesk.wire;

import java.util.List;

/**
 * One ticket of a list or of {@code GET /api/v2/tickets/{id}}. Status and source are numbers, to
 * which an account adds its own. {@code requester} and {@code stats} are there only where the call
 * includes them. https://developers.freshdesk.com/api/#tickets
 */
public record TicketJson(
    Long id,
    Integer status,
    Integer source,
    String subject,
    Long requesterId,
    Long companyId,
    Long responderId,
    Long groupId,
    String createdAt,
    String updatedAt,
    List<String> tags,
    Boolean deleted,
    Boolean spam,
    ContactJson requester,
    Long productId,
    StatsJson stats) {
  /** The same ticket with these measures, null for none. */
  public TicketJson with(StatsJson measures) {
    return new TicketJson(
        id,
        status,
        source,
        subject,
        requesterId,
        companyId,
        responderId,
        groupId,
        createdAt,
        updatedAt,
        tags,
        deleted,
        spam,
        requester,
        productId,
        measures);
  }
}
