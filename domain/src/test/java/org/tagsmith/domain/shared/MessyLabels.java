package org.tagsmith.domain.shared;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Labels as people leave them behind: a few reasons in a dozen spellings each, many words that mean
 * nothing to anybody else, some set by software. The same seed gives the same labels.
 */
public final class MessyLabels {
  /** The house names that the spellings are made from, family first. */
  public static final List<String> HOUSE_NAMES =
      names(
          List.of(
              "Upgrade",
              "Payment",
              "Card",
              "Account",
              "Lead",
              "NewApplication",
              "Complaint",
              "Transfer"),
          List.of("CreditCard", "DebitCard", "Mortgage", "CurrentAccount", "Insurance"));

  private final Random random;
  private final List<String> spellings = new ArrayList<>();
  private final List<String> strays = new ArrayList<>();

  public MessyLabels(long seed, int strayLabels) {
    random = new Random(seed);
    for (String name : HOUSE_NAMES) {
      spellings.addAll(spellingsOf(name));
    }
    for (int i = 0; i < strayLabels; i++) {
      strays.add(word() + (i % 3 == 0 ? "-" + word() : "_" + i));
    }
  }

  /** Every label that can occur. */
  public List<String> all() {
    List<String> all = new ArrayList<>(spellings);
    all.addAll(strays);
    all.add("intent__card");
    all.add("sentiment__negative");
    return all;
  }

  /** That many different sets of one to six labels, busy labels in many of them; one is empty. */
  public List<Set<String>> sets(int count) {
    Set<Set<String>> sets = new LinkedHashSet<>();
    sets.add(Set.of());
    while (sets.size() < count) {
      Set<String> set = new LinkedHashSet<>();
      set.add(skewed(spellings));
      int more = random.nextInt(5);
      for (int i = 0; i < more; i++) {
        set.add(random.nextInt(3) == 0 ? skewed(spellings) : skewed(strays));
      }
      if (random.nextInt(4) == 0) {
        set.add(random.nextBoolean() ? "intent__card" : "sentiment__negative");
      }
      sets.add(Set.copyOf(set));
    }
    return List.copyOf(sets);
  }

  private String skewed(List<String> from) {
    double share = random.nextDouble();
    return from.get((int) (from.size() * share * share));
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    int syllables = 2 + random.nextInt(2);
    for (int i = 0; i < syllables; i++) {
      word.append("bcdfghklmnprstvw".charAt(random.nextInt(16)));
      word.append("aeiou".charAt(random.nextInt(5)));
    }
    return word.toString();
  }

  private static List<String> spellingsOf(String name) {
    String dashed = name.replace('_', '-');
    String joined = name.replace("_", "");
    return List.of(
        name,
        name.toLowerCase(Locale.ROOT),
        name.toUpperCase(Locale.ROOT),
        dashed,
        dashed.toLowerCase(Locale.ROOT),
        joined,
        joined + "s",
        name.replace('_', ' '),
        name.replace("Card", "_card").toLowerCase(Locale.ROOT),
        name.replaceFirst("(.*)_(.*)", "$2_$1"));
  }

  private static List<String> names(List<String> families, List<String> objects) {
    List<String> names = new ArrayList<>();
    for (String family : families) {
      for (String object : objects) {
        names.add(family + "_" + object);
      }
    }
    return List.copyOf(names);
  }
}
