/**
 * The reason an agent recorded on a contact, with its provenance. Plain Java; knows vocabulary and
 * ticket ids, never a connector: that a decision must reach the helpdesk is told by the event
 * {@link org.tagsmith.domain.disposition.DispositionRecorded}.
 */
package org.tagsmith.domain.disposition;
