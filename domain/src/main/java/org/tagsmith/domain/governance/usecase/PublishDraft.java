package org.tagsmith.domain.governance.usecase;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.tagsmith.domain.governance.ChangeRefused;
import org.tagsmith.domain.governance.Decision;
import org.tagsmith.domain.governance.DraftPreview;
import org.tagsmith.domain.governance.VocabularyChange;
import org.tagsmith.domain.vocabulary.VocabularyRepository.PublishedVocabulary;

/** Shows what a lead's draft would do, and publishes it. Thread-safe. */
@ApplicationScoped
public class PublishDraft {
  private final KeepDraft draft;
  private final PreviewChanges previewChanges;
  private final PublishChanges publishChanges;

  /** For the container's proxy. */
  protected PublishDraft() {
    this(null, null, null);
  }

  @Inject
  public PublishDraft(
      KeepDraft draft, PreviewChanges previewChanges, PublishChanges publishChanges) {
    this.draft = draft;
    this.previewChanges = previewChanges;
    this.publishChanges = publishChanges;
  }

  /**
   * What publishing a lead's draft now would do: decisions that cannot be are told apart from the
   * rest. One that another one, or somebody else, fulfilled already counts as one that can be.
   */
  public DraftPreview preview(String lead) {
    List<Decision> decisions = draft.decisions(lead);
    List<DraftPreview.Refused> refused = previewChanges.refusedOf(decisions);
    List<Decision> left = without(decisions, refused);
    if (left.isEmpty()) {
      return new DraftPreview(List.of(), refused, null);
    }
    List<DraftPreview.Refused> impossible = refused.stream().filter(each -> !isSo(each)).toList();
    return new DraftPreview(
        without(decisions, impossible), impossible, previewChanges.changes(changes(left)));
  }

  /**
   * Publishes decisions of a lead's draft as one version, and takes them out of it: both or
   * neither.
   *
   * @param base the version that the lead looked at
   * @param ids which decisions
   * @param note why, may be empty
   * @throws ChangeRefused if one of them cannot be or is gone, or touches what somebody else
   *     changed since
   */
  @Transactional
  public PublishedVocabulary publish(String lead, int base, List<Long> ids, String note) {
    List<Decision> taken = draft.take(lead, ids);
    List<DraftPreview.Refused> fulfilled =
        previewChanges.refusedOf(taken).stream().filter(PublishDraft::isSo).toList();
    List<Decision> left = without(taken, fulfilled);
    if (left.isEmpty()) {
      throw fulfilled.get(0).why();
    }
    return publishChanges.changes(base, changes(left), lead, note);
  }

  private static boolean isSo(DraftPreview.Refused refused) {
    return refused.why().reason().equals("already-so");
  }

  private static List<Decision> without(List<Decision> all, List<DraftPreview.Refused> some) {
    Set<Decision> gone = some.stream().map(DraftPreview.Refused::decision).collect(toSet());
    return all.stream().filter(each -> !gone.contains(each)).toList();
  }

  private static List<VocabularyChange> changes(List<Decision> decisions) {
    return decisions.stream().map(Decision::change).toList();
  }
}
