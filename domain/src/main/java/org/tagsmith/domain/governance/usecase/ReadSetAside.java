package org.tagsmith.domain.governance.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tagsmith.domain.governance.LabelsInUse;
import org.tagsmith.domain.governance.LabelsInUse.Carried;
import org.tagsmith.domain.governance.SetAside;
import org.tagsmith.domain.governance.SetAside.Kind;
import org.tagsmith.domain.report.ContactsNow;
import org.tagsmith.domain.vocabulary.Interpretation;
import org.tagsmith.domain.vocabulary.ReadingRule;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyReader;

/** Lists what the house set aside, so that a lead can bring it back. Thread-safe. */
@ApplicationScoped
public class ReadSetAside {
  private static final Carried NOTHING = new Carried(0, 0);

  private final ContactsNow contacts;
  private final LabelsInUse labels;

  private record Key(Kind kind, String text) {}

  /**
   * The list as of one version.
   *
   * @param version of the vocabulary
   * @param all that of most contacts first, then by text
   */
  public record Listed(int version, List<SetAside> all) {
    public Listed {
      all = List.copyOf(all);
    }
  }

  /** For the container's proxy. */
  protected ReadSetAside() {
    this(null, null);
  }

  @Inject
  public ReadSetAside(ContactsNow contacts, LabelsInUse labels) {
    this.contacts = contacts;
    this.labels = labels;
  }

  /** Everything that the newest version sets aside, also what no contact carries. */
  public Listed read() {
    VocabularyReader reader = contacts.read().meanings().reader();
    Vocabulary vocabulary = reader.vocabulary();
    Map<Key, Carried> carried =
        vocabulary.ignoredLabels().isEmpty() && vocabulary.machineLabels().isEmpty()
            ? Map.of()
            : labels.carried(label -> keyOf(reader.interpret(label)));
    List<SetAside> all =
        Stream.concat(
                vocabulary.ignoredLabels().stream().map(text -> new Key(Kind.LABEL, text)),
                vocabulary.machineLabels().stream().map(text -> new Key(Kind.PREFIX, text)))
            .distinct()
            .map(key -> line(key, carried.getOrDefault(key, NOTHING)))
            .sorted(
                Comparator.comparingLong(SetAside::contacts)
                    .reversed()
                    .thenComparing(SetAside::text)
                    .thenComparing(SetAside::kind))
            .toList();
    return new Listed(vocabulary.version(), all);
  }

  private static SetAside line(Key key, Carried carried) {
    return new SetAside(key.kind(), key.text(), carried.labels(), carried.contacts());
  }

  private static Key keyOf(Interpretation reading) {
    if (!(reading instanceof Interpretation.Ignored ignored)) {
      return null;
    }
    return new Key(
        ignored.rule() == ReadingRule.IGNORED ? Kind.LABEL : Kind.PREFIX, ignored.evidence());
  }
}
