package org.tagsmith.widget.view;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** What a set of labels means. */
@Schema(
    name = "Interpretations",
    properties = {
      @SchemaProperty(name = "parts", description = "One per distinct label, ordered by label."),
      @SchemaProperty(
          name = "houseTagIds",
          description = "The distinct house tags meant, ascending.")
    })
public record InterpretationsView(
    int vocabularyVersion, List<LabelView> parts, List<Integer> houseTagIds) {}
