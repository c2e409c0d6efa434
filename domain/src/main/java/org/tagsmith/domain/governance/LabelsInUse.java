package org.tagsmith.domain.governance;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The labels that tickets carry, whatever they mean. Thread-safe. */
public interface LabelsInUse {
  /** Each distinct one, exactly as found, in no order. */
  List<String> all();

  /**
   * How many labels and contacts belong to each group; a contact counts once for a group, however
   * many of its labels are in it.
   *
   * @param groupOf the group of a label, null for none
   */
  <G> Map<G, Carried> carried(Function<String, G> groupOf);

  /**
   * What a group of labels is carried by.
   *
   * @param labels how many distinct ones
   * @param contacts how many carry one of them
   */
  record Carried(int labels, long contacts) {}
}
