package org.tagsmith.connector.freshdesk.wire;

import java.util.List;

/**
 * One ticket of a list or of {@code GET /api/v2/tickets/{id}}. Status and source are numbers, to
 * which an account adds its own. {@code requester} is there with {@code include=requester} only.
 * https://developers.freshdesk.com/api/#tickets
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
    ContactJson requester) {}
