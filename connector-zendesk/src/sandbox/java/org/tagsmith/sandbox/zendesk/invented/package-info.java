/**
 * Tickets that no one wrote: computed from a seed and a number, so that a million cost no memory.
 * Holds invented words only, never copies of customers' messages.
 */
package org.tagsmith.sandbox.zendesk.invented;
