package org.tagsmith.domain.governance.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.tagsmith.domain.governance.ChangePreview;
import org.tagsmith.domain.governance.ChangeRefused;
import org.tagsmith.domain.governance.Decision;
import org.tagsmith.domain.governance.DraftPreview;
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
   * rest.
   */
  public DraftPreview preview(String lead) {
    List<Decision> possible = new ArrayList<>(draft.decisions(lead));
    List<DraftPreview.Refused> refused = previewChanges.refusedOf(possible);
    refused.forEach(each -> possible.remove(each.decision()));
    ChangePreview preview =
        possible.isEmpty()
            ? null
            : previewChanges.changes(possible.stream().map(Decision::change).toList());
    return new DraftPreview(possible, refused, preview);
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
    return publishChanges.changes(base, taken.stream().map(Decision::change).toList(), lead, note);
  }
}
