/**
 * The sandbox helpdesk's own truth: tickets, people, the rules by which Zendesk changes tags. Knows
 * no HTTP.
 */
package org.tagsmith.sandbox.zendesk.desk;
