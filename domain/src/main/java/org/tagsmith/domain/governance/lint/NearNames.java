package org.tagsmith.domain.governance.lint;

import com.ibm.icu.text.SpoofChecker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tagsmith.domain.governance.Difference.Kind;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.SpellingKey;

/**
 * Names of live tags that look alike or are one letter apart. Each name is filed under itself
 * without each of its letters, so that two near ones meet without comparing all with all.
 */
final class NearNames {
  private static final int SHORTEST = 6;
  private static final SpoofChecker CHECKER =
      new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

  private final Map<String, HouseTag> met = new HashMap<>();
  private final Set<List<Integer>> told = new HashSet<>();
  private final List<LintFinding> findings = new ArrayList<>();

  private NearNames() {}

  static List<LintFinding> findings(List<HouseTag> tags) {
    NearNames near = new NearNames();
    Map<String, HouseTag> looks = new HashMap<>();
    for (HouseTag tag : tags) {
      if (!tag.retired()) {
        near.meet(looks, CHECKER.getSkeleton(tag.name()), tag, LintRule.LOOK_ALIKE);
      }
    }
    for (HouseTag tag : tags) {
      if (!tag.retired()) {
        near.near(tag);
      }
    }
    return near.findings;
  }

  private void near(HouseTag tag) {
    String key = SpellingKey.inAnyScript(tag.name()).replaceAll("[^\\p{L}\\p{N}]", "");
    if (key.length() < SHORTEST) {
      return;
    }
    meet(met, key, tag, LintRule.NEAR_DUPLICATE);
    StringBuilder without = new StringBuilder(key);
    for (int at = 0; at < key.length(); at++) {
      char letter = key.charAt(at);
      if (Character.isDigit(letter)) {
        continue; // Tier1 and Tier2 are meant to differ
      }
      without.deleteCharAt(at);
      meet(met, without.toString(), tag, LintRule.NEAR_DUPLICATE);
      without.insert(at, letter);
    }
  }

  private void meet(Map<String, HouseTag> others, String key, HouseTag tag, LintRule rule) {
    HouseTag other = others.putIfAbsent(key, tag);
    if (other != null && other.id() != tag.id() && told.add(List.of(other.id(), tag.id()))) {
      findings.add(new LintFinding(rule, Kind.TAG, tag.id(), tag.name(), "", other.name()));
    }
  }
}
