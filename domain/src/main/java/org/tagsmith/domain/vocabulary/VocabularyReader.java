package org.tagsmith.domain.vocabulary;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads labels against one vocabulary version. Reading depends on nothing but the label and the
 * version, so each distinct label is worked out once and then known; a label seen before costs
 * about a hash look-up. Immutable to its callers and safe for all threads; how many labels it
 * remembers is bounded.
 */
public final class VocabularyReader {
  private static final int LONGEST_READ = 1000;
  private static final int LONGEST_KNOWN = 100;
  private static final int MOST_KNOWN = 50_000;

  private final Vocabulary vocabulary;
  private final Map<String, HouseTag> byName;
  private final Successors successors;
  private final ReasonCodeLabels codes;
  private final ReadingCascade cascade;
  private final ConcurrentHashMap<String, Interpretation> known = new ConcurrentHashMap<>();
  private volatile Proposals proposals;

  private VocabularyReader(Vocabulary vocabulary, HouseHabits habits) {
    this.vocabulary = vocabulary;
    this.successors = new Successors(vocabulary.tags());
    this.codes = new ReasonCodeLabels(vocabulary.reasonCodes());
    this.byName = new HashMap<>();
    vocabulary.tags().forEach(tag -> byName.putIfAbsent(tag.name(), tag));
    this.cascade = new ReadingCascade(vocabulary, successors, codes, habits);
  }

  /**
   * Prepares a version for reading; takes some milliseconds. References to tags that do not exist
   * are passed over, so any vocabulary compiles.
   */
  public static VocabularyReader compile(Vocabulary vocabulary) {
    return new VocabularyReader(vocabulary, null);
  }

  /** The same with habits learnt elsewhere in place of what its own aliases say. */
  static VocabularyReader compile(Vocabulary vocabulary, HouseHabits habits) {
    return new VocabularyReader(vocabulary, habits);
  }

  /** How this house's people write, by its aliases. */
  HouseHabits habits() {
    return cascade.wordRules().habits();
  }

  /**
   * The same, sparing the work on labels whose reading cannot have changed since another version.
   *
   * @param former a reader of that version, usually the one before
   */
  public static VocabularyReader compile(Vocabulary vocabulary, VocabularyReader former) {
    VocabularyReader reader = new VocabularyReader(vocabulary, null);
    reader.known.putAll(CarriedReadings.of(former.known, former.vocabulary, vocabulary));
    return reader;
  }

  /** The version that this reader reads against. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /**
   * What the label means. Never throws for any text, takes time linear in it; text of more than
   * 1,000 characters means no house tag.
   */
  public Interpretation interpret(String label) {
    Interpretation reading = known.get(label);
    return reading != null ? reading : workOut(label);
  }

  /**
   * What a set of labels means; order and repetition make no difference. A label that the house
   * asks about is decided by what the others mean for sure, where that decides.
   */
  public TagSetReading read(Collection<String> labels) {
    List<Interpretation> alone = new TreeSet<>(labels).stream().map(this::interpret).toList();
    Set<Integer> sure = tags(alone);
    List<Interpretation> parts = alone.stream().map(part -> cascade.beside(part, sure)).toList();
    return new TagSetReading(parts, List.copyOf(tags(parts)));
  }

  private static SortedSet<Integer> tags(List<Interpretation> parts) {
    SortedSet<Integer> tags = new TreeSet<>();
    for (Interpretation part : parts) {
      if (part instanceof Interpretation.Matched matched) {
        tags.add(matched.tag().id());
      }
    }
    return tags;
  }

  /**
   * Live tags that the text might mean, likeliest first. Spelling distance counts here and only
   * here.
   *
   * @param limit the most to return, 0 or more
   */
  public List<Proposal> propose(String text, int limit) {
    return propose(text, limit, CoUse.unknown());
  }

  /**
   * The same, with what tickets say of the label.
   *
   * @param coUse asked once for the text
   */
  public List<Proposal> propose(String text, int limit, CoUse coUse) {
    return proposals().propose(text, interpret(text), limit, coUse);
  }

  /** The tag with this id, retired or not. */
  public Optional<HouseTag> tag(int id) {
    return Optional.ofNullable(successors.tag(id));
  }

  /** The tag with exactly this name, retired or not. */
  public Optional<HouseTag> tagNamed(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The reason code with this number, retired or not. */
  public Optional<ReasonCode> code(int number) {
    return codes.code(number);
  }

  /** Made when first asked for, since publishing a version needs none. */
  private Proposals proposals() {
    Proposals ready = proposals;
    if (ready == null) {
      synchronized (this) {
        ready = proposals;
        if (ready == null) {
          ready = new Proposals(cascade.spellings(), successors, cascade.wordRules());
          proposals = ready;
        }
      }
    }
    return ready;
  }

  private Interpretation workOut(String label) {
    Objects.requireNonNull(label, "label");
    if (label.length() > LONGEST_READ) {
      return cascade.readUnfolded(label);
    }
    Interpretation reading = cascade.read(label);
    if (label.length() <= LONGEST_KNOWN && known.size() < MOST_KNOWN) {
      known.put(label, reading);
    }
    return reading;
  }
}
