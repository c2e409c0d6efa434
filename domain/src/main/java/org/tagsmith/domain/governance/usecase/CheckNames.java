package org.tagsmith.domain.governance.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tagsmith.domain.governance.NameCheck;
import org.tagsmith.domain.governance.NameFindings;
import org.tagsmith.domain.governance.NameFindings.NearTag;
import org.tagsmith.domain.governance.RulesReview;
import org.tagsmith.domain.governance.RulesReview.BreakingName;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.Interpretation;
import org.tagsmith.domain.vocabulary.NamingRules;
import org.tagsmith.domain.vocabulary.Proposal;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyReader;
import org.tagsmith.domain.vocabulary.usecase.CurrentVocabulary;

/** Says of names what is to be said before a tag gets them, and of rules before they count. */
@ApplicationScoped
public class CheckNames {
  private static final int LONGEST_READ = 200;
  private static final int MOST_NEAR = 5;
  private static final double LEAST_LIKE = 0.5;

  private final CurrentVocabulary current;

  /** For the container's proxy. */
  protected CheckNames() {
    this(null);
  }

  @Inject
  public CheckNames(CurrentVocabulary current) {
    this.current = current;
  }

  /**
   * Checks a name that a tag shall have.
   *
   * @param family of the tag, null if nobody chose one yet
   * @param tagId the tag that is renamed, null for a new one
   * @param rules to try instead of those in force, null for those
   * @throws org.tagsmith.domain.governance.ChangeRefused if the rules to try cannot be
   */
  public NameFindings check(String name, String family, Integer tagId, NamingRules rules) {
    VocabularyReader reader = current.read();
    NameCheck check = under(reader.vocabulary(), rules);
    return new NameFindings(
        reader.vocabulary().version(), check.check(name, family), near(reader, name, tagId));
  }

  /**
   * Which live names break rules that a lead thinks about.
   *
   * @throws org.tagsmith.domain.governance.ChangeRefused if the rules cannot be
   */
  public RulesReview review(NamingRules rules) {
    Vocabulary vocabulary = current.read().vocabulary();
    NameCheck check = under(vocabulary, rules);
    List<HouseTag> live = vocabulary.tags().stream().filter(tag -> !tag.retired()).toList();
    List<BreakingName> breaking =
        live.stream()
            .map(tag -> new BreakingName(tag, check.check(tag.name(), tag.family())))
            .filter(each -> !each.answer().keepsAll())
            .toList();
    return new RulesReview(live.size(), breaking);
  }

  private static NameCheck under(Vocabulary vocabulary, NamingRules rules) {
    return rules == null ? NameCheck.of(vocabulary) : NameCheck.trying(rules, vocabulary);
  }

  private static List<NearTag> near(VocabularyReader reader, String name, Integer tagId) {
    String read = name.length() > LONGEST_READ ? name.substring(0, LONGEST_READ) : name;
    Set<Integer> told = new HashSet<>();
    if (tagId != null) {
      told.add(tagId);
    }
    List<NearTag> near = new ArrayList<>();
    meant(reader.interpret(read)).filter(found -> told.add(found.tag().id())).ifPresent(near::add);
    for (Proposal each : reader.propose(read, MOST_NEAR + 1)) {
      if (each.score() >= LEAST_LIKE && told.add(each.tag().id())) {
        near.add(new NearTag(each.tag(), each.reason()));
      }
    }
    return near.stream().limit(MOST_NEAR).toList();
  }

  /** The tag that the name means already, a retired one too. */
  private static Optional<NearTag> meant(Interpretation reading) {
    if (!(reading instanceof Interpretation.Matched matched)) {
      return Optional.empty();
    }
    String why =
        switch (matched.rule()) {
          case NAME, DISPLAY_NAME -> "same-name";
          case ALIAS -> "alias";
          default -> "same-words";
        };
    return Optional.of(new NearTag(matched.tag(), why));
  }
}
