package org.tagsmith.domain.governance;

import java.util.List;
import org.tagsmith.domain.report.ContactEffects;

/**
 * What a publication would do.
 *
 * @param version the version that it was worked out against, the newest
 * @param differences what the vocabulary would hold differently
 * @param effects what that would do to the contacts
 */
public record ChangePreview(int version, List<Difference> differences, ContactEffects effects) {
  public ChangePreview {
    differences = List.copyOf(differences);
  }
}
