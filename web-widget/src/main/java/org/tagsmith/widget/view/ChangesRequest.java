package org.tagsmith.widget.view;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tagsmith.domain.governance.VocabularyChange;

/**
 * Changes that a lead wants.
 *
 * @param base the version that the lead looked at
 * @param changes what is wanted, made one after the other
 * @param note why
 */
@Schema(name = "VocabularyChanges")
public record ChangesRequest(
    @Schema(description = "The version that was looked at; previews may leave it out.")
        Integer base,
    @Schema(
            description =
                "Each an object whose 'do' says what: place-label, place-label-under, ignore-label, set-prefix-aside,"
                    + " forget-label, forget-prefix, add-tag, describe-tag, rename-tag, move-tag, merge-tag,"
                    + " split-tag, retire-tag, restore-tag, add-code, describe-code, retire-code,"
                    + " restore-code, describe-family, forget-family, abbreviate, set-rules, ask,"
                    + " forget-question.",
            implementation = Object[].class)
        List<VocabularyChange> changes,
    @Schema(description = "Why, for the history; up to 500 characters.") String note) {}
