package org.tagsmith.domain.disposition;

/**
 * What became of a {@link DispositionCommand}.
 *
 * @param id the record that holds the decision
 * @param label the helpdesk's spelling that was added or removed
 * @param houseTagId the tag meant, null when a label without a meaning was removed
 * @param action as commanded
 * @param changed false when the same command had just been recorded, as with a second click
 */
public record RecordedDisposition(
    long id, String label, Integer houseTagId, Action action, boolean changed) {}
