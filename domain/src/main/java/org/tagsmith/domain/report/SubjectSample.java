package org.tagsmith.domain.report;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Some subjects for each set of labels, drawn evenly from all that it is given, so that rare labels
 * have a part too. The same subjects in the same order draw the same. For one thread.
 */
public final class SubjectSample {
  private static final int MOST = 100_000;
  private static final int MOST_OF_SET = 48;
  private static final int FEWEST_OF_SET = 2;

  private final int most;
  private final SplittableRandom random = new SplittableRandom(1);
  private final Map<Integer, Drawn> drawn = new HashMap<>();
  private int mostOfSet = MOST_OF_SET;
  private int size;

  /** An empty one, for up to 100,000 subjects. */
  public SubjectSample() {
    this(MOST);
  }

  SubjectSample(int most) {
    this.most = most;
  }

  /**
   * @param tagSetId the set of labels that the ticket carries
   * @param subject as the customer or the helpdesk wrote it
   */
  public void add(int tagSetId, String subject) {
    size += drawn.computeIfAbsent(tagSetId, id -> new Drawn()).add(subject) ? 1 : 0;
    if (size > most && mostOfSet > FEWEST_OF_SET) {
      mostOfSet = Math.max(FEWEST_OF_SET, mostOfSet / 2);
      size = drawn.values().stream().mapToInt(Drawn::thinOut).sum();
    }
  }

  /** What was drawn, by set of labels in ascending order. */
  Map<Integer, List<String>> subjects() {
    return drawn.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, each -> each.getValue().list(), (a, b) -> a, TreeMap::new));
  }

  /** A reservoir: each of the subjects seen is in it with the same chance. */
  private final class Drawn {
    private String[] subjects = new String[1];
    private int count;
    private int seen;

    boolean add(String subject) {
      seen++;
      if (count < mostOfSet) {
        if (count == subjects.length) {
          subjects = Arrays.copyOf(subjects, Math.min(mostOfSet, count * 2));
        }
        subjects[count++] = subject;
        return true;
      }
      int at = random.nextInt(seen);
      if (at < count) {
        subjects[at] = subject;
      }
      return false;
    }

    int thinOut() {
      count = Math.min(count, mostOfSet);
      subjects = Arrays.copyOf(subjects, count);
      return count;
    }

    List<String> list() {
      return List.of(Arrays.copyOf(subjects, count));
    }
  }
}
