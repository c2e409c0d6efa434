/**
 * Reads a company's own export file, Zendesk JSON, NDJSON or CSV, whole or not at all. Messages
 * name file, line, reason and remedy, never the text of a ticket.
 */
package org.tagsmith.sandbox.zendesk.export;
