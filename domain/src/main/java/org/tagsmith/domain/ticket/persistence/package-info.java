/** How tickets are read from PostgreSQL. Hidden behind the ports of the ticket feature. */
package org.tagsmith.domain.ticket.persistence;
