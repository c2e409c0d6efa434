/**
 * How a lead changes the vocabulary: what a change is, what it would do to the contacts, and how it
 * is taken back. Plain Java over versions and counts; never changes a ticket.
 */
package org.tagsmith.domain.governance;
