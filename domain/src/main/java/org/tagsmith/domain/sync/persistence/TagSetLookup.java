package org.tagsmith.domain.sync.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the ids of sets of labels and adds those that are new. Everybody adds in the same order, so
 * two pages that add the same labels wait for each other, never in a circle.
 */
final class TagSetLookup {
  private static final String FIND_LABELS =
      """
      select asked.n, found.id
      from unnest(?::text[]) with ordinality asked (text, n)
      cross join lateral (select id from label where label.text = asked.text offset 0) found
      """;
  private static final String ADD_LABELS =
      """
      insert into label (text)
      select text from unnest(?::text[]) with ordinality asked (text, n) order by n
      on conflict do nothing
      returning text, id
      """;
  private static final String FIND_TAG_SETS =
      """
      select asked.n, found.id
      from unnest(?::text[]) with ordinality asked (label_ids, n)
      cross join lateral (
        select id from tag_set where tag_set.label_ids = asked.label_ids::integer[] offset 0) found
      """;
  private static final String ADD_TAG_SETS =
      """
      insert into tag_set (label_ids)
      select label_ids::integer[] from unnest(?::text[]) with ordinality asked (label_ids, n)
      order by n
      on conflict do nothing
      returning label_ids::text, id
      """;

  private final Connection connection;
  private final KnownIds.View known;

  TagSetLookup(Connection connection, KnownIds.View known) {
    this.connection = connection;
    this.known = known;
  }

  /** The id of each set, in the order asked. */
  int[] idsOf(List<Set<String>> labelSets) throws SQLException {
    learnLabels(labelSets);
    List<LabelIds> sets = new ArrayList<>(labelSets.size());
    for (Set<String> labels : labelSets) {
      sets.add(LabelIds.of(labels.stream().mapToInt(known::label).toArray()));
    }
    learnTagSets(sets);
    return sets.stream().mapToInt(known::tagSet).toArray();
  }

  private void learnLabels(List<Set<String>> labelSets) throws SQLException {
    Map<String, Set<String>> unknown = new TreeMap<>();
    for (Set<String> labels : labelSets) {
      for (String label : labels) {
        if (known.label(label) == null) {
          unknown.computeIfAbsent(StorableText.of(label), text -> new LinkedHashSet<>()).add(label);
        }
      }
    }
    for (Map.Entry<String, Integer> found :
        findOrAdd(List.copyOf(unknown.keySet()), FIND_LABELS, ADD_LABELS).entrySet()) {
      unknown.get(found.getKey()).forEach(label -> known.learnLabel(label, found.getValue()));
    }
  }

  private void learnTagSets(List<LabelIds> sets) throws SQLException {
    Map<LabelIds, String> unknown = new TreeMap<>();
    for (LabelIds set : sets) {
      if (known.tagSet(set) == null) {
        unknown.put(set, set.literal());
      }
    }
    Map<String, Integer> found =
        findOrAdd(List.copyOf(unknown.values()), FIND_TAG_SETS, ADD_TAG_SETS);
    unknown.forEach((set, literal) -> known.learnTagSet(set, found.get(literal)));
  }

  private Map<String, Integer> findOrAdd(List<String> asked, String find, String add)
      throws SQLException {
    Map<String, Integer> found = new HashMap<>();
    find(asked, find, found);
    if (found.size() < asked.size()) {
      add(missing(asked, found), add, found);
      // what somebody else added meanwhile
      find(missing(asked, found), find, found);
    }
    if (found.size() < asked.size()) {
      throw new SQLException("Added rows of label or tag_set cannot be read back");
    }
    return found;
  }

  private static List<String> missing(List<String> asked, Map<String, Integer> found) {
    return asked.stream().filter(text -> !found.containsKey(text)).toList();
  }

  private void add(List<String> missing, String sql, Map<String, Integer> added)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", missing.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          added.put(rows.getString(1), rows.getInt(2));
        }
      }
    }
  }

  private void find(List<String> asked, String sql, Map<String, Integer> found)
      throws SQLException {
    if (asked.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", asked.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.put(asked.get(rows.getInt(1) - 1), rows.getInt(2));
        }
      }
    }
  }
}
