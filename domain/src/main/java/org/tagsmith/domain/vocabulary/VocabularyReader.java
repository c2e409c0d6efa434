package org.tagsmith.domain.vocabulary;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
  private Proposals proposals; // takes a third of the work, and few readers are asked for any
  private final ConcurrentHashMap<String, Interpretation> known = new ConcurrentHashMap<>();

  private VocabularyReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.successors = new Successors(vocabulary.tags());
    this.codes = new ReasonCodeLabels(vocabulary.reasonCodes());
    this.byName = new HashMap<>();
    vocabulary.tags().forEach(tag -> byName.putIfAbsent(tag.name(), tag));
    this.cascade = new ReadingCascade(vocabulary, successors, codes);
  }

  /**
   * Prepares a version for reading; takes some milliseconds. References to tags that do not exist
   * are passed over, so any vocabulary compiles.
   */
  public static VocabularyReader compile(Vocabulary vocabulary) {
    return new VocabularyReader(vocabulary);
  }

  /**
   * The same, sparing the work on labels whose reading cannot have changed since another version.
   *
   * @param former a reader of that version, usually the one before
   */
  public static VocabularyReader compile(Vocabulary vocabulary, VocabularyReader former) {
    VocabularyReader reader = new VocabularyReader(vocabulary);
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

  /** What a set of labels means; order and repetition make no difference. */
  public TagSetReading read(Collection<String> labels) {
    List<Interpretation> parts = new TreeSet<>(labels).stream().map(this::interpret).toList();
    List<Integer> tags =
        parts.stream()
            .filter(Interpretation.Matched.class::isInstance)
            .map(part -> ((Interpretation.Matched) part).tag().id())
            .distinct()
            .sorted()
            .toList();
    return new TagSetReading(parts, tags);
  }

  /**
   * Live tags that the text might mean, likeliest first. Spelling distance counts here and only
   * here.
   *
   * @param limit the most to return, 0 or more
   */
  public List<Proposal> propose(String text, int limit) {
    return proposals().propose(text, interpret(text), limit);
  }

  private synchronized Proposals proposals() {
    if (proposals == null) {
      proposals = new Proposals(vocabulary, successors);
    }
    return proposals;
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
