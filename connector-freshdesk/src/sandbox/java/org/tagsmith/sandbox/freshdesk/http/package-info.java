/**
 * The HTTP edge of the sandbox helpdesk: Freshdesk's shapes, limits and faults. Decides nothing
 * about tickets.
 */
package org.tagsmith.sandbox.freshdesk.http;
