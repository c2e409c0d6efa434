package org.tagsmith.domain.sync.persistence;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ids of labels and tag sets that need no look-up. What a transaction learns is its own until
 * the database says that it was committed; so a rollback, seen or unseen, leaves no wrong id
 * behind. Thread-safe.
 */
final class KnownIds {
  /** Together about 40 MB when labels and sets are of the usual length. */
  private static final int MOST = 150_000;

  /** Longer ones are rare and would make the limit above meaningless. */
  private static final int LONGEST_LABEL = 200;

  private static final int LARGEST_SET = 50;

  private final Map<String, Integer> labels = new ConcurrentHashMap<>();
  private final Map<LabelIds, Integer> tagSets = new ConcurrentHashMap<>();
  private final Map<Long, Learned> undecided = new ConcurrentHashMap<>();

  /** The transactions whose fate is not known yet. */
  long[] undecided() {
    return undecided.keySet().stream().mapToLong(Long::longValue).toArray();
  }

  /** Takes over what a transaction learned. */
  void committed(long transaction) {
    Learned learned = undecided.remove(transaction);
    if (learned != null) {
      keep(learned.labels, labels);
      keep(learned.tagSets, tagSets);
    }
  }

  /** Drops what a transaction learned. */
  void rolledBack(long transaction) {
    undecided.remove(transaction);
  }

  /** Drops everything: after a failure the database may be another one. */
  void forget() {
    undecided.clear();
    labels.clear();
    tagSets.clear();
  }

  /** What is known inside this transaction. */
  View in(long transaction) {
    return new View(undecided.computeIfAbsent(transaction, t -> new Learned()));
  }

  private static <K> void keep(Map<K, Integer> learned, Map<K, Integer> known) {
    if (known.size() + learned.size() > MOST) {
      known.clear();
    }
    known.putAll(learned);
  }

  private static final class Learned {
    private final Map<String, Integer> labels = new ConcurrentHashMap<>();
    private final Map<LabelIds, Integer> tagSets = new ConcurrentHashMap<>();
  }

  /** What one page needs, whatever other threads drop meanwhile. For one thread. */
  final class View {
    private final Learned learned;
    private final Map<String, Integer> labelsHere = new HashMap<>();
    private final Map<LabelIds, Integer> tagSetsHere = new HashMap<>();

    private View(Learned learned) {
      this.learned = learned;
    }

    /** Null if a look-up is needed. */
    Integer label(String text) {
      return find(text, labelsHere, labels, learned.labels);
    }

    /** Null if a look-up is needed. */
    Integer tagSet(LabelIds ids) {
      return find(ids, tagSetsHere, tagSets, learned.tagSets);
    }

    void learnLabel(String text, int id) {
      labelsHere.put(text, id);
      if (text.length() <= LONGEST_LABEL) {
        learned.labels.put(text, id);
      }
    }

    void learnTagSet(LabelIds ids, int id) {
      tagSetsHere.put(ids, id);
      if (ids.size() <= LARGEST_SET) {
        learned.tagSets.put(ids, id);
      }
    }

    private static <K> Integer find(
        K key, Map<K, Integer> here, Map<K, Integer> known, Map<K, Integer> learned) {
      Integer id = here.get(key);
      if (id == null) {
        id = known.get(key);
        if (id == null) {
          id = learned.get(key);
        }
        if (id != null) {
          here.put(key, id);
        }
      }
      return id;
    }
  }
}
