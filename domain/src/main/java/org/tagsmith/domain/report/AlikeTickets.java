package org.tagsmith.domain.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.tagsmith.domain.report.SubjectIndex.Carried;
import org.tagsmith.domain.report.SubjectIndex.Near;

/**
 * What tickets say of labels without a meaning: which house tags, and which other such labels,
 * stand on tickets whose subjects are like those of a label's own. Thread-safe; a label is worked
 * out when it is first asked for.
 */
public final class AlikeTickets {
  /** Of a label's own tickets so many are looked at, and of tickets like each of them. */
  private static final int OWN = 16;

  private static final int OTHERS = 10;
  private static final int NO_LABEL = -1;

  private final SubjectIndex subjects;
  private final TagSetMeanings meanings;
  private final Map<Integer, Integer> setNumbers;
  private final Map<Integer, List<Integer>> setsOfLabel = new HashMap<>();
  private final Map<Integer, Double> everywhere;
  private final Map<Integer, Surroundings> known = new ConcurrentHashMap<>();

  /**
   * @param meanings of the sets of labels; subjects of sets that it does not know are left out
   */
  public AlikeTickets(SubjectIndex subjects, TagSetMeanings meanings) {
    this.subjects = subjects;
    this.meanings = meanings;
    setNumbers = meanings.table().storedIds();
    for (int set : subjects.tagSetIds()) {
      if (setNumbers.containsKey(set)) {
        for (int label : meanings.unmappedLabelsOf(setNumbers.get(set))) {
          setsOfLabel.computeIfAbsent(label, fresh -> new ArrayList<>(2)).add(set);
        }
      }
    }
    Sum all = new Sum(NO_LABEL);
    for (int subject = 0; subject < subjects.size(); subject++) {
      List<Carried> carried = subjects.carriedWith(subject);
      all.add(carried, 1, all.count(carried, 1));
    }
    everywhere = all.surroundings(0).shares();
  }

  /** The subjects that are spoken of. */
  public SubjectIndex subjects() {
    return subjects;
  }

  /** The meanings that are spoken of. */
  public TagSetMeanings meanings() {
    return meanings;
  }

  /**
   * House tags by id, each with how strongly tickets speak for it, 0..1.
   *
   * @param label number of a label without a meaning
   */
  Map<Integer, Double> tagsOf(int label) {
    Surroundings around = around(label);
    Map<Integer, Double> strengths = new HashMap<>();
    for (int key : around.shares().keySet()) {
      if (key < meanings.tagCount()) {
        strengths.put(meanings.tagId(key), around.strengthOf(key, everywhere));
      }
    }
    return strengths;
  }

  /**
   * What there is more of around a label than elsewhere, with the weights of a vector that is up to
   * 1 long: shorter for a label of few tickets.
   */
  Map<Integer, Double> peculiarTo(int label) {
    return around(label).peculiar(everywhere);
  }

  private Surroundings around(int label) {
    return known.computeIfAbsent(label, this::lookAround);
  }

  private Surroundings lookAround(int label) {
    Sum sum = new Sum(label);
    int left = OWN;
    for (Map.Entry<Integer, Integer> own : ownSubjects(label)) {
      int looked = Math.min(left, own.getValue());
      left -= looked;
      double room = looked > 0 ? OTHERS : 0;
      for (Near near : subjects.nearest(own.getKey())) {
        List<Carried> carried = subjects.carriedWith(near.subject());
        double isOther = near.subject() == own.getKey() ? 1 - 1.0 / own.getValue() : 1;
        double taken = Math.min(room, sum.count(carried, isOther));
        sum.add(carried, isOther, looked * near.closeness() * taken);
        room -= taken;
      }
    }
    return sum.surroundings(OWN - left);
  }

  /** Numbers of subjects, each with how many of the label's tickets it has, the most first. */
  private List<Map.Entry<Integer, Integer>> ownSubjects(int label) {
    Map<Integer, Integer> found = new TreeMap<>();
    for (int set : setsOfLabel.getOrDefault(label, List.of())) {
      for (int subject : subjects.subjectsOf(set)) {
        for (Carried carried : subjects.carriedWith(subject)) {
          if (carried.tagSetId() == set) {
            found.merge(subject, carried.tickets(), Integer::sum);
          }
        }
      }
    }
    List<Map.Entry<Integer, Integer>> most = new ArrayList<>(found.entrySet());
    most.sort(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder()));
    return most;
  }

  /** Adds up what stands on tickets beside one label. */
  private final class Sum {
    private final int label;
    private final Map<Integer, Double> weights = new HashMap<>();
    private double total;
    private double others;
    private double tagged;

    Sum(int label) {
      this.label = label;
    }

    /**
     * How many tickets.
     *
     * @param isOther how much of a ticket with the label is another one than that which is asked
     *     about
     */
    double count(List<Carried> carried, double isOther) {
      return carried.stream().mapToDouble(each -> tickets(each, isOther)).sum();
    }

    private double tickets(Carried carried, double isOther) {
      Integer set = setNumbers.get(carried.tagSetId());
      if (set == null) {
        return 0;
      }
      for (int unmapped : meanings.unmappedLabelsOf(set)) {
        if (unmapped == label) {
          return carried.tickets() * isOther;
        }
      }
      return carried.tickets();
    }

    /** Adds tickets that together have a weight. */
    void add(List<Carried> carried, double isOther, double weight) {
      double count = count(carried, isOther);
      if (count > 0) {
        for (Carried each : carried) {
          addSet(setNumbers.get(each.tagSetId()), weight * tickets(each, isOther) / count);
        }
      }
    }

    private void addSet(Integer set, double weight) {
      if (set == null) {
        return;
      }
      int[] tags = meanings.tagsOf(set);
      int[] unmapped = meanings.unmappedLabelsOf(set);
      boolean isOther = tags.length > 0;
      for (int tag : tags) {
        weights.merge(tag, weight, Double::sum);
      }
      for (int each : unmapped) {
        weights.merge(meanings.tagCount() + each, weight, Double::sum);
        isOther |= each != label;
      }
      total += tags.length + unmapped.length > 0 ? weight : 0;
      others += isOther ? weight : 0;
      tagged += tags.length > 0 ? weight : 0;
    }

    Surroundings surroundings(int own) {
      Map<Integer, Double> shares = new HashMap<>();
      weights.forEach((key, weight) -> shares.put(key, weight / total));
      return new Surroundings(shares, share(tagged, total), share(tagged, others), own);
    }

    private static double share(double part, double whole) {
      return whole == 0 ? 0 : part / whole;
    }
  }
}
