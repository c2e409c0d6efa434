package org.tagsmith.connector.zendesk;

import org.tagsmith.connector.zendesk.wire.TicketPageJson;

/**
 * A page that keeps the export's contract.
 *
 * @param content its lists may be null
 * @param next Zendesk's cursor for the page after it, null if the stream has not begun
 * @param endOfStream whether Zendesk has nothing newer to give now
 */
record ZendeskPage(TicketPageJson content, String next, boolean endOfStream) {}
