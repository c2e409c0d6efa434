/**
 * Why customers get in touch, counted: contacts by house tag and day under a vocabulary version,
 * and the labels nobody has given a meaning. Plain Java over the daily counts; never reads or
 * changes a ticket.
 */
package org.tagsmith.domain.report;
