/** Tickets as their helpdesk describes them. The helpdesk owns the truth; we keep a copy. */
package org.tagsmith.domain.ticket;
