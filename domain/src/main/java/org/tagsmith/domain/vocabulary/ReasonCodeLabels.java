package org.tagsmith.domain.vocabulary;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Labels that name a reason code: a word for it and the number ({@code reason_17}, {@code code 17},
 * {@code 原因碼17}), or the code's own name. A number alone is not read: as a label it may as well be
 * a branch, a year or an order. A house that means it confirms {@code 17} as an alias.
 */
final class ReasonCodeLabels {
  private static final int MOST_DIGITS = 9;
  private static final Set<String> WORDS =
      Set.of(
          "code",
          "reason",
          "reasoncode",
          "rc",
          "wrapup",
          "wrapupcode",
          "wrapupreason",
          "disposition",
          "dispositioncode",
          "contactreason",
          "原因",
          "原因码",
          "原因代码",
          "代码");

  private final Map<Integer, ReasonCode> byNumber = new HashMap<>();
  private final Map<String, ReasonCode> byName = new HashMap<>();

  ReasonCodeLabels(List<ReasonCode> codes) {
    for (ReasonCode code : codes) {
      byNumber.putIfAbsent(code.number(), code);
    }
    // of codes with one name the live one counts, of those the older; never the order of the list
    for (ReasonCode code :
        codes.stream().sorted(Comparator.comparingInt(ReasonCode::number)).toList()) {
      for (String name : code.names().values()) {
        String key = LabelWords.key(name, TextForm.SCRIPT);
        byName.merge(
            key, code, (known, other) -> known.retired() && !other.retired() ? other : known);
      }
    }
  }

  Optional<ReasonCode> code(int number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  /** The code that the label names, its successor when it is retired and has one. */
  Optional<ReasonCode> read(String label) {
    List<String> words = LabelWords.split(label, TextForm.SCRIPT);
    ReasonCode named = byName.get(LabelWords.key(words, TextForm.SCRIPT));
    if (named != null) {
      return Optional.of(asItCounts(named));
    }
    if (words.size() < 2 || words.size() > 4) {
      return Optional.empty();
    }
    String number = words.get(words.size() - 1);
    String word = String.join("", words.subList(0, words.size() - 1));
    if (!WORDS.contains(word) || number.length() > MOST_DIGITS || !isNumber(number)) {
      return Optional.empty();
    }
    return code(Integer.parseInt(number)).map(this::asItCounts);
  }

  private ReasonCode asItCounts(ReasonCode code) {
    ReasonCode here = code;
    for (int steps = 0; steps <= byNumber.size(); steps++) {
      ReasonCode next =
          here.retired() && here.successor() != null ? byNumber.get(here.successor()) : null;
      if (next == null) {
        return here;
      }
      here = next;
    }
    return code;
  }

  private static boolean isNumber(String word) {
    return word.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }
}
