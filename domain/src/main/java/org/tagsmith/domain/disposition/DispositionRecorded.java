package org.tagsmith.domain.disposition;

/**
 * Fired inside the transaction that recorded a decision, once per decision; an observer's failure
 * takes the decision back.
 */
public record DispositionRecorded(Disposition disposition) {}
