package org.tagsmith.domain.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether two English words belong to one family although their endings are more than plural and
 * verb forms: an action and the verb behind it ({@code deploy}, {@code deployment}), a quality and
 * its adjective ({@code unique}, {@code uniqueness}), the British and the American spelling. Bolder
 * than {@link Inflection} and still timid: two nouns with different endings, or a doer and what it
 * does ({@code controller}, {@code controls}), are never the same.
 */
final class WordFamily {
  private static final int SHORTEST_WORD = 5;
  private static final int SHORTEST_ROOT = 4;
  private static final int LONGEST_WORD = 40;
  private static final int BUCKET = 3;

  private enum Kind {
    VERB,
    ION,
    ATION,
    MENT,
    ANCE,
    QUALITY;

    /** Whether words of these kinds that have one root mean the same; two unlike nouns do not. */
    boolean goesWith(Kind other) {
      return this == other || this == VERB || other == VERB;
    }
  }

  private record Form(String root, Kind kind) {}

  /** Words whose ending only looks like one, or has moved away from its verb. */
  private static final Set<String> KEPT =
      Set.of(
          "statement",
          "department",
          "apartment",
          "basement",
          "production",
          "documentation",
          "interruption",
          "projection",
          "audition",
          "question",
          "construction",
          "direction",
          "election",
          "infection",
          "inflection",
          "reception",
          "location",
          "vocation",
          "foundation",
          "relation",
          "application",
          "corporation",
          "university",
          "security",
          "facility",
          "activity",
          "community",
          "utility",
          "business",
          "witness",
          "balance",
          "finance",
          "distance",
          "instance");

  private static final Map<String, String> AMERICAN =
      Map.ofEntries(
          Map.entry("grey", "gray"),
          Map.entry("programme", "program"),
          Map.entry("licence", "license"),
          Map.entry("defence", "defense"),
          Map.entry("offence", "offense"),
          Map.entry("judgement", "judgment"),
          Map.entry("enquiry", "inquiry"),
          Map.entry("fulfil", "fulfill"),
          Map.entry("enrol", "enroll"),
          Map.entry("instalment", "installment"));

  /** Nouns of action that no ending explains, with their verbs. */
  private static final Map<String, String> ACTIONS =
      Map.ofEntries(
          Map.entry("approval", "approve"),
          Map.entry("arrival", "arrive"),
          Map.entry("cancellation", "cancel"),
          Map.entry("closure", "close"),
          Map.entry("complaint", "complain"),
          Map.entry("delivery", "deliver"),
          Map.entry("denial", "deny"),
          Map.entry("disposal", "dispose"),
          Map.entry("failure", "fail"),
          Map.entry("inquiry", "inquire"),
          Map.entry("loss", "lose"),
          Map.entry("payment", "pay"),
          Map.entry("proposal", "propose"),
          Map.entry("recovery", "recover"),
          Map.entry("referral", "refer"),
          Map.entry("refusal", "refuse"),
          Map.entry("removal", "remove"),
          Map.entry("renewal", "renew"),
          Map.entry("retrieval", "retrieve"),
          Map.entry("reversal", "reverse"),
          Map.entry("traversal", "traverse"),
          Map.entry("withdrawal", "withdraw"));

  private WordFamily() {}

  /** Whether the two words, without case, are of one family. */
  static boolean same(String one, String other) {
    if (Inflection.same(one, other)) {
      return true;
    }
    List<Form> others = forms(other);
    for (Form form : forms(one)) {
      for (Form match : others) {
        if (form.root().equals(match.root()) && form.kind().goesWith(match.kind())) {
          return true;
        }
      }
    }
    return false;
  }

  /** As {@link Inflection#bucket}, for {@link #same}. */
  static String bucket(String word) {
    String base = Inflection.bases(word).get(0);
    if (!Inflection.isEnglish(base)) {
      return base;
    }
    String american = american(base);
    return american.length() > BUCKET ? american.substring(0, BUCKET) : american;
  }

  /** As {@link WordLikeness#roots}. */
  static List<String> roots(String word) {
    return forms(word).stream().map(Form::root).distinct().toList();
  }

  private static List<Form> forms(String word) {
    List<Form> forms = new ArrayList<>();
    for (String base : Inflection.bases(word)) {
      if (!Inflection.isEnglish(base) || base.length() > LONGEST_WORD) {
        forms.add(new Form(base, Kind.VERB));
        continue;
      }
      String american = american(base);
      forms.add(new Form(american, Kind.VERB));
      if (american.length() >= SHORTEST_ROOT && !KEPT.contains(american)) {
        addNoun(american, forms);
      }
    }
    return forms;
  }

  private static void addNoun(String word, List<Form> forms) {
    String verb = ACTIONS.get(word);
    if (verb != null) {
      forms.add(new Form(verb, Kind.MENT));
    } else if (word.endsWith("tion")) {
      addWithE(word, 3, 5, Kind.ION, forms);
      if (word.endsWith("ation")) {
        addWithE(word, 5, SHORTEST_ROOT, Kind.ATION, forms);
      }
    } else if (word.endsWith("ment")) {
      add(without(word, 4), SHORTEST_ROOT, Kind.MENT, forms);
    } else if (word.endsWith("ance")) {
      addWithE(word, 4, 5, Kind.ANCE, forms);
      add(without(word, 2) + "t", 5, Kind.QUALITY, forms);
    } else if (word.endsWith("ence") || word.endsWith("ency") || word.endsWith("ancy")) {
      add(without(word, 2) + "t", 5, Kind.QUALITY, forms);
    } else if (word.endsWith("ability")) {
      add(without(word, 5) + "le", SHORTEST_WORD, Kind.QUALITY, forms);
    } else if (word.endsWith("ity")) {
      addWithE(word, 3, 5, Kind.QUALITY, forms);
    } else if (word.endsWith("ety")) {
      add(without(word, 2), SHORTEST_ROOT, Kind.QUALITY, forms);
    } else if (word.endsWith("ness")) {
      add(without(word, 4), SHORTEST_ROOT, Kind.QUALITY, forms);
    } else if (word.endsWith("ical")) {
      add(without(word, 2), SHORTEST_WORD, Kind.QUALITY, forms);
    }
  }

  private static void addWithE(String word, int ending, int shortest, Kind kind, List<Form> forms) {
    String root = without(word, ending);
    add(root, shortest, kind, forms);
    add(root + "e", shortest + 1, kind, forms);
    int last = root.length() - 1;
    if (last > 1 && root.charAt(last) == root.charAt(last - 1)) {
      add(without(root, 1), shortest, kind, forms);
    }
  }

  private static void add(String root, int shortest, Kind kind, List<Form> forms) {
    if (root.length() >= shortest) {
      forms.add(new Form(root, kind));
    }
  }

  /** The American spelling, where a rule leads to it; other words may change, always alike. */
  private static String american(String word) {
    String known = AMERICAN.get(word);
    if (known != null) {
      return known;
    }
    if (word.length() < SHORTEST_WORD) {
      return word;
    }
    if (word.startsWith("grey")) {
      return "gray" + word.substring(4);
    }
    if (word.endsWith("our")) {
      return without(word, 3) + "or";
    }
    if (word.endsWith("tre")) {
      return without(word, 2) + "er";
    }
    if (word.endsWith("ogue")) {
      return without(word, 2);
    }
    if (word.length() > 6) {
      for (String ending : List.of("isation", "ising", "ised", "iser", "ise", "yser", "yse")) {
        if (word.endsWith(ending)) {
          int at = word.length() - ending.length() + 1;
          return word.substring(0, at) + "z" + word.substring(at + 1);
        }
      }
    }
    return word;
  }

  private static String without(String word, int count) {
    return word.substring(0, word.length() - count);
  }
}
