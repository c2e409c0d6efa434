package org.tagsmith.widget.view;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.widget.problem.RefusedRequest;

/** Labels to read. */
@Schema(
    name = "InterpretationsRequest",
    requiredProperties = {"labels"},
    properties = {@SchemaProperty(name = "labels", maxItems = InterpretationsRequest.MOST)})
public record InterpretationsRequest(List<String> labels) {
  /** The most labels read at once. */
  public static final int MOST = 200;

  private static final int LONGEST = 10_000;

  /**
   * The labels, none of them null.
   *
   * @throws RefusedRequest if they are missing, too many or too long
   */
  public List<String> checked() {
    if (labels == null) {
      throw RefusedRequest.badInput(
          "missing-field", "The field 'labels' is missing. Send a list of texts.");
    }
    if (labels.size() > MOST) {
      throw RefusedRequest.badInput(
          "too-many-labels",
          "The field 'labels' holds "
              + labels.size()
              + " labels; "
              + MOST
              + " are read at once. Send them in parts.");
    }
    for (int i = 0; i < labels.size(); i++) {
      String label = labels.get(i);
      if (label == null || label.length() > LONGEST) {
        throw RefusedRequest.badInput(
            "bad-label",
            "Label "
                + (i + 1)
                + " of 'labels' is null or longer than "
                + LONGEST
                + " characters. Leave it out.");
      }
    }
    return labels;
  }
}
