package org.tagsmith.connector.zendesk.wire;

import java.util.List;

/**
 * One page of the cursor-based incremental export.
 * https://developer.zendesk.com/api-reference/ticketing/ticket-management/incremental_exports/
 */
public record TicketPageJson(
    List<TicketJson> tickets,
    List<UserJson> users,
    List<OrganizationJson> organizations,
    List<GroupJson> groups,
    List<MetricSetJson> metricSets,
    String afterCursor,
    Boolean endOfStream) {}
