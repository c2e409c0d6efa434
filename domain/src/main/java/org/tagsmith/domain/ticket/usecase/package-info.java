/** What people ask about one ticket. Reads only; tickets change through sync alone. */
package org.tagsmith.domain.ticket.usecase;
