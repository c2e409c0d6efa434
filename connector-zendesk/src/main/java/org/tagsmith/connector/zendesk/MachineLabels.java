package org.tagsmith.connector.zendesk;

import java.util.regex.Pattern;

/**
 * Labels that Zendesk's AI triage sets by itself some seconds after a ticket was created: {@code
 * intent__…}, {@code intent_confidence__low}, {@code language__en}, {@code sentiment__neutral}.
 * They are not ours to add or remove.
 */
final class MachineLabels {
  private static final Pattern FAMILY =
      Pattern.compile("(?:intent|sentiment|language)(?:_confidence)?__.*", Pattern.DOTALL);

  private MachineLabels() {}

  static boolean holds(String label) {
    return FAMILY.matcher(label).matches();
  }
}
