package org.tagsmith.domain.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.NamingRules;
import org.tagsmith.domain.vocabulary.Question;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyCheck;
import org.tagsmith.domain.vocabulary.VocabularyReader;

/**
 * Whatever leads do one after the other, the vocabulary stays whole and each step can be taken
 * back.
 */
class ChangeSequencesTest {
  private static final int STEPS = 25;
  private static final List<String> WORDS =
      List.of(
          "Card",
          "card lost",
          "Lost_Card",
          "refund",
          "Refunds",
          "pay late",
          "Late_Payment",
          "卡片遺失",
          "卡片遗失",
          "app",
          "App_Crash",
          "crash of app",
          "loan",
          "Loan_New",
          "new loan",
          "!!!");

  private static final List<String> FAMILIES = List.of("Topic", "Topics", "topic", "卡片");
  private static final List<String> HUES = List.of("teal", "red", "slate", "mauve");

  /** The words above are names under these rules. */
  private static final NamingRules ANY_NAME =
      new NamingRules(
          "", NamingRules.WordCase.AS_TYPED, false, 1, 10, 40, 16, List.of(), List.of());

  @Property(tries = 10_000)
  void any_sequence_leaves_no_cycle_no_dangling_name_and_undo_restores_exactly(@ForAll long seed) {
    run(seed);
  }

  private static void run(long seed) {
    Random random = new Random(seed);
    AtomicInteger ids = new AtomicInteger(3);
    List<Vocabulary> versions = new ArrayList<>(List.of(start()));
    for (int step = 0; step < STEPS; step++) {
      Vocabulary newest = versions.get(versions.size() - 1);
      Vocabulary next = null;
      try {
        if (random.nextInt(5) == 0 && versions.size() > 1) {
          int at = 1 + random.nextInt(versions.size() - 1);
          next = VocabularyHistory.without(versions.get(at - 1), versions.get(at), newest);
          tookBackOnly(versions.get(at - 1), versions.get(at), newest, next);
        } else {
          VocabularyChange change = change(random, newest);
          next = ChangedVocabulary.of(newest, List.of(change), ids::incrementAndGet);
          assertThat(VocabularyHistory.between(newest, next)).as(change.toString()).isNotEmpty();
          contactsAreConserved(newest, next, change);
          Vocabulary undone = VocabularyHistory.without(newest, next, next);
          assertThat(undone).isEqualTo(newest);
        }
      } catch (ChangeRefused refused) {
        assertThat(refused.getMessage()).isNotBlank();
      }
      if (next != null) {
        isWhole(next);
        versions.add(next.numbered(versions.size() + 1));
      }
    }
  }

  private static void isWhole(Vocabulary vocabulary) {
    assertThat(VocabularyCheck.problems(vocabulary)).isEmpty();
    Map<Integer, HouseTag> tags = new HashMap<>();
    vocabulary.tags().forEach(tag -> tags.put(tag.id(), tag));
    for (HouseTag tag : vocabulary.tags()) {
      if (tag.successorId() != null) {
        HouseTag successor = tags.get(tag.successorId());
        assertThat(successor).as("successor of %s", tag).isNotNull();
        assertThat(successor.successorId()).as("no chain from %s", tag).isNull();
      }
    }
  }

  /** Of all that was done, only this one publication is gone. */
  private static void tookBackOnly(
      Vocabulary before, Vocabulary after, Vocabulary newest, Vocabulary undone) {
    Set<String> changed = keys(VocabularyHistory.between(before, after));
    assertThat(changed).containsAll(keys(VocabularyHistory.between(newest, undone)));
    if (VocabularyHistory.between(after, newest).isEmpty()) {
      assertThat(VocabularyHistory.between(before, undone)).isEmpty();
    }
  }

  private static Set<String> keys(List<Difference> differences) {
    Set<String> keys = new TreeSet<>();
    differences.forEach(each -> keys.add(each.kind() + " " + each.key()));
    return keys;
  }

  /** A merge moves contacts from one tag to another and loses none; a renamed tag keeps its own. */
  private static void contactsAreConserved(
      Vocabulary before, Vocabulary after, VocabularyChange change) {
    VocabularyReader was = VocabularyReader.compile(before);
    VocabularyReader is = VocabularyReader.compile(after);
    for (String label : WORDS) {
      Set<Integer> meant = new TreeSet<>(was.read(Set.of(label)).houseTagIds());
      Set<Integer> means = new TreeSet<>(is.read(Set.of(label)).houseTagIds());
      if (change instanceof VocabularyChange.MergeTag merge) {
        if (meant.remove(merge.tagId())) {
          meant.add(merge.intoId());
        }
        assertThat(means).as("%s after %s", label, change).containsAll(meant);
      } else if (change instanceof VocabularyChange.RenameTag rename) {
        if (meant.contains(rename.tagId())) {
          assertThat(means).as("%s after %s", label, change).contains(rename.tagId());
        }
      } else if (change instanceof VocabularyChange.PlaceLabel place
          && place.label().equals(label)) {
        assertThat(means).as("%s after %s", label, change).containsExactly(place.tagId());
      } else if (change instanceof VocabularyChange.MoveTag
          || change instanceof VocabularyChange.DescribeFamily
          || change instanceof VocabularyChange.ForgetFamily
          || change instanceof VocabularyChange.SetRules) {
        assertThat(means).as("%s after %s", label, change).isEqualTo(meant);
      }
    }
  }

  private static VocabularyChange change(Random random, Vocabulary vocabulary) {
    String word = WORDS.get(random.nextInt(WORDS.size()));
    int tag = anyTag(random, vocabulary);
    int other = anyTag(random, vocabulary);
    return switch (random.nextInt(25)) {
      case 0, 1 -> new VocabularyChange.PlaceLabel(word, tag);
      case 2 -> new VocabularyChange.IgnoreLabel(word);
      case 3 -> new VocabularyChange.ForgetLabel(word);
      case 4 ->
          new VocabularyChange.AddTag(
              word,
              "Topic",
              new TagDescription(Map.of("en", word + " x"), "", List.of(), null, "", Map.of()));
      case 5, 6 -> new VocabularyChange.RenameTag(tag, word);
      case 7, 8 -> new VocabularyChange.MergeTag(tag, other);
      case 9 -> new VocabularyChange.RetireTag(tag, random.nextBoolean() ? other : null);
      case 10 -> new VocabularyChange.RestoreTag(tag);
      case 11 -> split(random, vocabulary, tag, other);
      case 12 ->
          new VocabularyChange.AddCode(
              1 + random.nextInt(9),
              new CodeDescription(tag, Map.of("en", word), List.of(), "Cards", null, List.of()));
      case 13 ->
          random.nextBoolean()
              ? new VocabularyChange.RetireCode(1 + random.nextInt(9), null)
              : new VocabularyChange.RestoreCode(1 + random.nextInt(9));
      case 14, 15 -> new VocabularyChange.DescribeTag(tag, about(random, word));
      case 16 -> new VocabularyChange.MoveTag(tag, pick(random, FAMILIES));
      case 17 ->
          new VocabularyChange.DescribeFamily(
              pick(random, FAMILIES), pick(random, HUES), Map.of("en", word));
      case 18 -> new VocabularyChange.ForgetFamily(pick(random, FAMILIES));
      case 19 ->
          new VocabularyChange.Abbreviate(
              pick(random, List.of("cc", "pmt", "app")), random.nextInt(4) == 0 ? "" : word);
      case 20 -> new VocabularyChange.SetRules(rules(random));
      case 21 -> new VocabularyChange.Ask(question(random, word, tag, other));
      case 22 -> new VocabularyChange.ForgetQuestion(word);
      case 23 -> new VocabularyChange.ForgetPrefix(pick(random, List.of("intent__", "wf_")));
      default -> new VocabularyChange.SetPrefixAside(pick(random, List.of("intent__", "!", "wf_")));
    };
  }

  private static TagDescription about(Random random, String word) {
    return new TagDescription(
        random.nextBoolean() ? Map.of("en", word, "zh-Hans", word + "说") : Map.of(),
        word,
        List.of(word),
        random.nextBoolean() ? null : pick(random, HUES),
        word,
        Map.of("product", word));
  }

  private static NamingRules rules(Random random) {
    return new NamingRules(
        "",
        NamingRules.WordCase.AS_TYPED,
        false,
        1,
        10,
        40,
        16,
        random.nextBoolean() ? List.of() : List.of("misc"),
        List.of());
  }

  private static Question question(Random random, String word, int tag, int other) {
    return new Question(
        word,
        Map.of("en", "Which?"),
        List.of(
            new Question.Choice(tag, Map.of(), random.nextBoolean() ? List.of() : List.of(other)),
            new Question.Choice(other, Map.of("en", "late"), List.of())));
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static VocabularyChange split(Random random, Vocabulary vocabulary, int tag, int other) {
    Map<String, Integer> aliases = new HashMap<>();
    vocabulary.aliases().stream()
        .filter(alias -> alias.houseTagId() == tag && random.nextBoolean())
        .forEach(alias -> aliases.put(alias.text(), other));
    return new VocabularyChange.SplitTag(tag, aliases);
  }

  private static int anyTag(Random random, Vocabulary vocabulary) {
    // now and then one that does not exist
    return random.nextInt(30) == 0
        ? 999
        : vocabulary.tags().get(random.nextInt(vocabulary.tags().size())).id();
  }

  private static Vocabulary start() {
    return new Vocabulary(
        1,
        List.of(new TagFamily("Topic", "teal", Map.of("en", "Topic"))),
        List.of(tag(1, "Card_Lost"), tag(2, "Refund_Late"), tag(3, "App_Broken")),
        List.of(),
        List.of(),
        List.of(new ReasonCode(1, 1, Map.of("en", "Card lost"), List.of(), "Cards", false, null)),
        List.of(),
        List.of(),
        ANY_NAME,
        List.of());
  }

  private static HouseTag tag(int id, String name) {
    return new HouseTag(id, name, "Topic", Map.of(), "", List.of(), false, null);
  }
}
