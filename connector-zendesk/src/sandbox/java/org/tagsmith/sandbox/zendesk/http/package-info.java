/**
 * The HTTP edge of the sandbox helpdesk: Zendesk's shapes, limits and faults. Decides nothing about
 * tickets.
 */
package org.tagsmith.sandbox.zendesk.http;
