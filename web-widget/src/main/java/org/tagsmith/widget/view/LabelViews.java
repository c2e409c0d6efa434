package org.tagsmith.widget.view;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.Interpretation;
import org.tagsmith.domain.vocabulary.ReadingRule;
import org.tagsmith.domain.vocabulary.TagSetReading;
import org.tagsmith.domain.vocabulary.VocabularyReader;

/**
 * Shows what labels mean under one vocabulary version. Proposals take longer than reading and the
 * same labels come again and again, so each is worked out once. Thread-safe; how many it remembers
 * is bounded.
 */
public final class LabelViews {
  private static final int MOST_PROPOSALS = 3;
  private static final int MOST_KNOWN = 20_000;
  private static final int LONGEST_KNOWN = 100;

  private final VocabularyReader reader;
  private final ConcurrentHashMap<String, LabelView> known = new ConcurrentHashMap<>();

  public LabelViews(VocabularyReader reader) {
    this.reader = reader;
  }

  /** The reader whose version this shows. */
  public VocabularyReader reader() {
    return reader;
  }

  /** What a set of labels means. */
  public InterpretationsView interpretations(Collection<String> labels) {
    TagSetReading reading = reader.read(labels);
    return new InterpretationsView(
        reader.vocabulary().version(),
        reading.parts().stream().map(this::of).toList(),
        reading.houseTagIds());
  }

  /** What one label means. */
  public LabelView of(String label) {
    LabelView view = known.get(label);
    return view != null ? view : of(reader.interpret(label));
  }

  private LabelView of(Interpretation reading) {
    if (reading.rule() == ReadingRule.QUESTION) {
      // what is beside the label on one ticket decides nothing on another
      return workOut(reading);
    }
    LabelView view = known.get(reading.label());
    if (view == null) {
      view = workOut(reading);
      if (reading.label().length() <= LONGEST_KNOWN && known.size() < MOST_KNOWN) {
        known.put(reading.label(), view);
      }
    }
    return view;
  }

  private LabelView workOut(Interpretation reading) {
    if (reading instanceof Interpretation.Matched matched) {
      return view(reading, "matched", matched.tag().id(), List.of(), List.of());
    }
    if (reading instanceof Interpretation.Ambiguous ambiguous) {
      List<Integer> candidates =
          ambiguous.candidates().stream().filter(tag -> !tag.retired()).map(HouseTag::id).toList();
      return view(reading, "ambiguous", null, candidates, List.of());
    }
    if (reading instanceof Interpretation.Ignored) {
      return view(reading, "ignored", null, List.of(), List.of());
    }
    return view(
        reading,
        "unmapped",
        null,
        List.of(),
        LabelView.ProposalView.of(reader.propose(reading.label(), MOST_PROPOSALS)));
  }

  private static LabelView view(
      Interpretation reading,
      String outcome,
      Integer tagId,
      List<Integer> candidates,
      List<LabelView.ProposalView> proposals) {
    ReadingRule rule = reading.rule();
    return new LabelView(
        reading.label(),
        outcome,
        rule.name(),
        reading.evidence(),
        tagId,
        candidates,
        proposals,
        null);
  }
}
