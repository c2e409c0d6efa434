/**
 * The sandbox helpdesk's own truth: its tickets, who is there, and Freshdesk's rules about them.
 * Knows nothing of HTTP.
 */
package org.tagsmith.sandbox.freshdesk.desk;
