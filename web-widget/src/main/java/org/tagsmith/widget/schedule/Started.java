package org.tagsmith.widget.schedule;

/** Every step of the start has been taken, and {@link SyncFigures} knows the accounts. */
public record Started() {}
