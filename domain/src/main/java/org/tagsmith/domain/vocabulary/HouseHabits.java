package org.tagsmith.domain.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What this house's confirmed aliases have in common: where people confirmed {@code apache-ant},
 * {@code apache-camel} and {@code apache-tomcat} for tags that are named without {@code apache},
 * the next such label is understood. A habit counts when enough tags show it, hardly any confirmed
 * alias speaks against it, and the house does not tell its tags apart by it. Immutable.
 */
final class HouseHabits {
  private static final int FEWEST_TAGS = 3;
  private static final int FEWEST_TAGS_OF_REPLACEMENT = 2;
  private static final int FEWEST_TAGS_OF_FOREIGN_WORDS = 1;
  private static final int RIGHT_FOR_EACH_WRONG = 8;
  private static final int TAGS_FOR_EACH_APART = 2;

  /**
   * A confirmed alias.
   *
   * @param houseTagId the tag for which it was confirmed
   * @param words its words
   */
  record Confirmed(int houseTagId, List<String> words) {}

  private static final class Witnesses {
    private final Set<Integer> tags = new HashSet<>();
    private int right;
    private int wrong;
    private int apart;

    boolean convince(Habit habit, Set<String> houseWords) {
      return tags.size() >= fewestTags(habit, houseWords)
          && wrong * RIGHT_FOR_EACH_WRONG <= right
          && apart * TAGS_FOR_EACH_APART <= tags.size();
    }
  }

  private final Map<String, List<Habit>> byFirstTyped = new HashMap<>();
  private final List<Habit> leavingOut = new ArrayList<>();
  private final Set<Habit> ofOneTag;
  private final Map<String, Set<String>> replacements;

  private HouseHabits(
      Collection<Habit> habits, Set<Habit> ofOneTag, Map<String, Set<String>> replacements) {
    this.ofOneTag = Set.copyOf(ofOneTag);
    this.replacements = replacements;
    // in an order of their own, so that every server finds the same evidence first
    for (Habit habit : habits.stream().sorted(Comparator.comparing(Habit::toString)).toList()) {
      if (habit.typed().isEmpty()) {
        leavingOut.add(habit);
      } else {
        byFirstTyped.computeIfAbsent(habit.typed().get(0), absent -> new ArrayList<>(1)).add(habit);
      }
    }
  }

  /** No habits at all. */
  static HouseHabits none() {
    return new HouseHabits(Set.of(), Set.of(), Map.of());
  }

  /**
   * The habits that the aliases show.
   *
   * @param names the words of every name of every tag, the house's own name first
   * @param reached the tags that words reach without any habit
   */
  static HouseHabits learn(
      List<Confirmed> aliases,
      Map<Integer, List<List<String>>> names,
      Function<List<String>, Set<Integer>> reached) {
    Set<String> houseWords = new HashSet<>();
    names.values().forEach(own -> houseWords.addAll(Inflection.bases(own.get(0))));
    Map<Habit, Witnesses> seen = new HashMap<>();
    for (Confirmed alias : aliases) {
      habit(alias, names.getOrDefault(alias.houseTagId(), List.of()))
          .ifPresent(
              habit ->
                  seen.computeIfAbsent(habit, absent -> new Witnesses())
                      .tags
                      .add(alias.houseTagId()));
    }
    Map<String, Set<String>> replacements = replacements(seen.keySet());
    seen.entrySet().removeIf(entry -> !entry.getValue().convince(entry.getKey(), houseWords));
    HouseHabits candidates = of(seen, replacements);
    for (Confirmed alias : aliases) {
      candidates.each(
          alias.words(),
          (habit, words) -> {
            Set<Integer> tags = reached.apply(words);
            if (tags.contains(alias.houseTagId())) {
              seen.get(habit).right++;
            } else if (!tags.isEmpty()) {
              seen.get(habit).wrong++;
            }
          });
    }
    names.forEach(
        (id, own) ->
            candidates.each(
                own.get(0),
                (habit, words) -> {
                  if (reached.apply(words).stream().anyMatch(tag -> !tag.equals(id))) {
                    seen.get(habit).apart++;
                  }
                }));
    seen.entrySet().removeIf(entry -> !entry.getValue().convince(entry.getKey(), houseWords));
    return of(seen, replacements);
  }

  /**
   * Base words that some alias was confirmed with in place of one of these, however few say so: not
   * enough to read by, but to propose.
   */
  Set<String> confirmedFor(List<String> bases) {
    Set<String> found = new LinkedHashSet<>();
    bases.forEach(base -> found.addAll(replacements.getOrDefault(base, Set.of())));
    found.removeAll(bases);
    return found;
  }

  /** The label as the house would have written it, for each habit that may have been at work. */
  Set<List<String>> undone(List<String> words) {
    Set<List<String>> results = new LinkedHashSet<>();
    each(words, (habit, result) -> results.add(result));
    return results;
  }

  private static Map<String, Set<String>> replacements(Set<Habit> habits) {
    Map<String, Set<String>> replacements = new HashMap<>();
    for (Habit habit : habits) {
      if (habit.typed().size() == 1) {
        replacements
            .computeIfAbsent(habit.typed().get(0), absent -> new HashSet<>())
            .addAll(habit.meant());
      }
    }
    return replacements;
  }

  private static HouseHabits of(Map<Habit, Witnesses> seen, Map<String, Set<String>> replacements) {
    return new HouseHabits(
        seen.keySet(),
        seen.entrySet().stream()
            .filter(entry -> entry.getValue().tags.size() == 1)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()),
        replacements);
  }

  private void each(List<String> words, BiConsumer<Habit, List<String>> consumer) {
    List<String> bases = Inflection.bases(words);
    for (String word : new LinkedHashSet<>(bases)) {
      for (Habit habit : byFirstTyped.getOrDefault(word, List.of())) {
        // what one tag alone showed is believed beside other words only
        if (habit.typed().size() < words.size() || !ofOneTag.contains(habit)) {
          habit.undone(words, bases).forEach(result -> consumer.accept(habit, result));
        }
      }
    }
    for (Habit habit : leavingOut) {
      habit.undone(words, bases).forEach(result -> consumer.accept(habit, result));
    }
  }

  private static Optional<Habit> habit(Confirmed alias, List<List<String>> names) {
    List<String> bases = Inflection.bases(alias.words());
    return names.stream()
        .map(name -> Habit.between(bases, Inflection.bases(name)))
        .filter(Objects::nonNull)
        .min(Comparator.comparingInt(habit -> habit.typed().size() + habit.meant().size()));
  }

  /** Words that the house never uses stand for others more surely than its own do. */
  private static int fewestTags(Habit habit, Set<String> houseWords) {
    if (!habit.isReplacement()) {
      return FEWEST_TAGS;
    }
    boolean foreign = habit.typed().stream().noneMatch(houseWords::contains);
    return foreign ? FEWEST_TAGS_OF_FOREIGN_WORDS : FEWEST_TAGS_OF_REPLACEMENT;
  }
}
