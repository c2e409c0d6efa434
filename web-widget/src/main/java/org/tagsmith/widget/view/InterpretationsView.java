package org.tagsmith.widget.view;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a set of labels means. */
@Schema(name = "Interpretations")
public record InterpretationsView(
    int vocabularyVersion,
    @Schema(description = "One per distinct label, ordered by label.") List<LabelView> parts,
    @Schema(description = "The distinct house tags meant, ascending.") List<Integer> houseTagIds) {}
