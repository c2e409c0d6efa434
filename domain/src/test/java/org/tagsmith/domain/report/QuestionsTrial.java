package org.tagsmith.domain.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyReader;

/**
 * Ten thousand questions that customers of a bank asked, as subjects of tickets that carry one
 * label each. Of the 77 reasons that people gave them, 50 have a house tag, which four in nine of
 * their tickets carry; all other tickets carry labels of which nothing but their tickets tells the
 * meaning.
 */
final class QuestionsTrial {
  private static final Path QUESTIONS = Path.of("../../shared/data/banking77/train.csv");
  private static final int TAGS = 50;

  private final List<String> labels = new ArrayList<>();
  private final Map<String, String> reasons = new HashMap<>();
  private final Map<String, Integer> tags = new HashMap<>();
  private final SubjectSample sample = new SubjectSample();
  private final TagSetMeanings meanings;

  /**
   * @param tickets that each label without a meaning is on
   */
  QuestionsTrial(int tickets) {
    List<String[]> questions = read();
    Collections.shuffle(questions, new Random(7));
    List<String> all = new ArrayList<>(new TreeSet<>(questions.stream().map(q -> q[1]).toList()));
    Collections.shuffle(all, new Random(11));
    for (String reason : all.subList(0, TAGS)) {
      tags.put(reason, tags.size() + 1);
    }
    Map<String, Integer> numbers = new LinkedHashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    Map<String, Integer> untagged = new HashMap<>();
    for (String[] question : questions) {
      int before = seen.merge(question[1], 1, Integer::sum) - 1;
      boolean isTagged = tags.containsKey(question[1]) && before % 9 % 2 == 1;
      String label =
          isTagged
              ? "Bank_T" + tags.get(question[1])
              : code(
                  all.indexOf(question[1]),
                  (untagged.merge(question[1], 1, Integer::sum) - 1) / tickets);
      if (numbers.putIfAbsent(label, numbers.size() + 1) == null && !isTagged) {
        labels.add(label);
        reasons.put(label, question[1]);
      }
      sample.add(numbers.get(label), question[0]);
    }
    meanings = TagSetMeanings.of(VocabularyReader.compile(house()), table(numbers));
  }

  /** Says nothing to a reader, and is like no other. */
  private static String code(int reason, int piece) {
    return "q" + (char) ('a' + reason % 26) + reason * 1_009 + "z" + piece * 10_007;
  }

  private Vocabulary house() {
    List<HouseTag> house =
        tags.values().stream()
            .sorted()
            .map(
                id -> new HouseTag(id, "Bank_T" + id, "Bank", Map.of(), "", List.of(), false, null))
            .toList();
    return new Vocabulary(
        1,
        List.of(new TagFamily("Bank", "teal", Map.of())),
        house,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static TagSetTable table(Map<String, Integer> numbers) {
    ContactDayChanges changes = new ContactDayChanges();
    numbers.values().forEach(set -> changes.add(1, 0, set, 1));
    return TagSetTable.empty()
        .knowing(
            changes,
            new ContactDays() {
              @Override
              public ContactDayChanges changesSince(Map<Integer, Long> known) {
                return changes;
              }

              @Override
              public Map<Integer, int[]> tagSets(Set<Integer> ids) {
                Map<Integer, int[]> sets = new HashMap<>();
                ids.forEach(id -> sets.put(id, new int[] {id}));
                return sets;
              }

              @Override
              public Map<Integer, String> labels(Set<Integer> ids) {
                Map<Integer, String> texts = new HashMap<>();
                numbers.forEach((text, id) -> texts.put(id, text));
                return texts;
              }
            });
  }

  static boolean isHere() {
    return Files.exists(QUESTIONS);
  }

  private static List<String[]> read() {
    try {
      List<String[]> rows = new ArrayList<>();
      String text = Files.readString(QUESTIONS);
      for (String row :
          text.substring(text.indexOf('\n') + 1).split("\n(?=[^\n]*,[a-z_?A-Z]+\r?(\n|$))")) {
        int comma = row.lastIndexOf(',');
        rows.add(new String[] {row.substring(0, comma), row.substring(comma + 1).strip()});
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  AlikeTickets alike() {
    return new AlikeTickets(new SubjectIndex(sample), meanings);
  }

  /** The numbers of the labels without a meaning. */
  List<Integer> unmapped() {
    List<Integer> found = new ArrayList<>();
    for (int label = 0; label < meanings.table().labelCount(); label++) {
      if (reasons.containsKey(meanings.table().label(label))) {
        found.add(label);
      }
    }
    return found;
  }

  /** Why the customers of a label asked. */
  String reasonOf(int label) {
    return reasons.get(meanings.table().label(label));
  }

  /** The tag of that reason; null if the house has none. */
  Integer tagOf(int label) {
    return tags.get(reasonOf(label));
  }
}
