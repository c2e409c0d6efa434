package org.tagsmith.domain.governance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.tagsmith.domain.vocabulary.Question;
import org.tagsmith.domain.vocabulary.Vocabulary;

/** A vocabulary after a lead's decisions, one after the other. */
public final class ChangedVocabulary {
  private final VocabularyDraft draft;
  private final LabelChanges labels;
  private final TagChanges tags;
  private final CodeChanges codes;
  private final HouseChanges house;

  private ChangedVocabulary(Vocabulary base, IntSupplier newIds, PrefixReach reach) {
    this.draft = new VocabularyDraft(base);
    TagNames names = new TagNames(draft);
    this.labels = new LabelChanges(draft, names, reach);
    this.tags = new TagChanges(draft, names, newIds);
    this.codes = new CodeChanges(draft, tags);
    this.house = new HouseChanges(draft);
  }

  /**
   * The vocabulary after these changes, under the number of the base, where nobody knows the labels
   * in use.
   *
   * @param newIds gives ids that no tag ever had
   * @throws ChangeRefused naming the first change that cannot be; then none is
   */
  public static Vocabulary of(Vocabulary base, List<VocabularyChange> changes, IntSupplier newIds) {
    return of(base, changes, newIds, PrefixReach.UNKNOWN);
  }

  /**
   * The vocabulary after these changes, under the number of the base.
   *
   * @param newIds gives ids that no tag ever had
   * @param reach asked about new prefixes of machine labels alone
   * @throws ChangeRefused naming the first change that cannot be; then none is
   */
  public static Vocabulary of(
      Vocabulary base, List<VocabularyChange> changes, IntSupplier newIds, PrefixReach reach) {
    ChangedVocabulary changed = new ChangedVocabulary(base, newIds, reach);
    for (int at = 0; at < changes.size(); at++) {
      try {
        changed.apply(changes.get(at));
      } catch (ChangeRefused refused) {
        throw refused.at(at);
      }
    }
    Vocabulary done = changed.draft.done();
    List<String> problems = Clashes.between(base, done);
    if (!problems.isEmpty()) {
      throw refused("contradiction", String.join(" ", problems), Map.of());
    }
    return done;
  }

  /**
   * Which of these changes cannot be while all others are made, by their places. What only all of
   * them together contradict is not looked for.
   */
  public static Map<Integer, ChangeRefused> refusedOf(
      Vocabulary base, List<VocabularyChange> changes, IntSupplier newIds, PrefixReach reach) {
    ChangedVocabulary changed = new ChangedVocabulary(base, newIds, reach);
    Map<Integer, ChangeRefused> refused = new TreeMap<>();
    for (int at = 0; at < changes.size(); at++) {
      try {
        changed.apply(changes.get(at));
      } catch (ChangeRefused why) {
        refused.put(at, why.at(at));
      }
    }
    return refused;
  }

  private void apply(VocabularyChange change) {
    if (!isOfLabel(change) && !isOfTag(change) && !isOfCode(change) && !isOfHouse(change)) {
      throw new IllegalArgumentException("Nobody makes a change of " + change.getClass());
    }
  }

  private boolean isOfLabel(VocabularyChange change) {
    if (change instanceof VocabularyChange.PlaceLabel place) {
      labels.place(place.label(), tags.live(place.tagId()));
    } else if (change instanceof VocabularyChange.PlaceLabelUnder place) {
      labels.place(place.label(), tags.live(place.tagName()));
    } else if (change instanceof VocabularyChange.IgnoreLabel ignore) {
      labels.ignore(ignore.label());
    } else if (change instanceof VocabularyChange.SetPrefixAside aside) {
      labels.setAside(aside.prefix());
    } else if (change instanceof VocabularyChange.ForgetLabel forget) {
      labels.forget(forget.label());
    } else if (change instanceof VocabularyChange.ForgetPrefix forget) {
      labels.forgetPrefix(forget.prefix());
    } else {
      return false;
    }
    return true;
  }

  private boolean isOfTag(VocabularyChange change) {
    if (change instanceof VocabularyChange.AddTag add) {
      tags.add(add);
    } else if (change instanceof VocabularyChange.DescribeTag describe) {
      tags.describe(describe);
    } else if (change instanceof VocabularyChange.RenameTag rename) {
      tags.rename(tags.live(rename.tagId()), rename.name());
    } else if (change instanceof VocabularyChange.MoveTag move) {
      tags.move(tags.live(move.tagId()), move.family());
    } else if (change instanceof VocabularyChange.MergeTag merge) {
      tags.merge(tags.tag(merge.tagId()), tags.live(merge.intoId()));
    } else if (change instanceof VocabularyChange.SplitTag split) {
      tags.split(tags.live(split.tagId()), split.aliases());
    } else if (change instanceof VocabularyChange.RetireTag retire) {
      tags.retire(tags.live(retire.tagId()), retire.successorId());
    } else if (change instanceof VocabularyChange.RestoreTag restore) {
      tags.restore(tags.tag(restore.tagId()));
    } else {
      return false;
    }
    return true;
  }

  private boolean isOfCode(VocabularyChange change) {
    if (change instanceof VocabularyChange.AddCode add) {
      codes.add(add);
    } else if (change instanceof VocabularyChange.DescribeCode describe) {
      codes.describe(describe);
    } else if (change instanceof VocabularyChange.RetireCode retire) {
      codes.retire(codes.liveCode(retire.number()), retire.successor());
    } else if (change instanceof VocabularyChange.RestoreCode restore) {
      codes.restore(codes.code(restore.number()));
    } else {
      return false;
    }
    return true;
  }

  private boolean isOfHouse(VocabularyChange change) {
    if (change instanceof VocabularyChange.DescribeFamily describe) {
      house.describe(describe);
    } else if (change instanceof VocabularyChange.ForgetFamily forget) {
      house.forgetFamily(forget.name());
    } else if (change instanceof VocabularyChange.Abbreviate abbreviate) {
      house.abbreviate(abbreviate.shortForm(), abbreviate.expansion());
    } else if (change instanceof VocabularyChange.SetRules set) {
      house.set(set.rules());
    } else if (change instanceof VocabularyChange.Ask ask) {
      requireTags(ask.question());
      house.ask(ask.question());
    } else if (change instanceof VocabularyChange.ForgetQuestion forget) {
      house.forgetQuestion(forget.label());
    } else {
      return false;
    }
    return true;
  }

  static ChangeRefused alreadySo() {
    return refused("already-so", "It is so already.", Map.of());
  }

  static ChangeRefused refused(String reason, String message, Map<String, Object> fields) {
    return new ChangeRefused(reason, -1, message, fields);
  }

  /** Agents are offered live tags only; a retired one beside the label may still decide. */
  private void requireTags(Question question) {
    for (Question.Choice choice : question.choices()) {
      tags.live(choice.houseTagId());
      choice.beside().forEach(tags::tag);
    }
  }
}
