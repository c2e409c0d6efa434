/**
 * Plans that write the labels of house tags onto a helpdesk's own tickets, after the vocabulary
 * changed: what is replaced by what, how far a plan is, and what of it still holds when a ticket's
 * turn comes.
 */
package org.tagsmith.domain.sync.plan;
