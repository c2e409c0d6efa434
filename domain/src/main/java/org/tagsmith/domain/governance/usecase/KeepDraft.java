package org.tagsmith.domain.governance.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tagsmith.domain.governance.ChangeRefused;
import org.tagsmith.domain.governance.Decision;
import org.tagsmith.domain.governance.DraftRepository;
import org.tagsmith.domain.governance.QueueMarks;
import org.tagsmith.domain.governance.VocabularyChange;

/**
 * Keeps what a lead decided until it is published, so that it outlives the page, and so that two
 * leads never decide the same label. Thread-safe.
 */
@ApplicationScoped
public class KeepDraft {
  private static final Duration STILL_OPEN = Duration.ofSeconds(30);

  private final DraftRepository drafts;
  private final QueueMarks marks;

  /** For the container's proxy. */
  protected KeepDraft() {
    this(null, null);
  }

  @Inject
  public KeepDraft(DraftRepository drafts, QueueMarks marks) {
    this.drafts = drafts;
    this.marks = marks;
  }

  /** A lead's decisions in the order in which they were made. */
  @Transactional
  public List<Decision> decisions(String lead) {
    return drafts.of(lead);
  }

  /** The labels that the drafts of all other leads decide. */
  @Transactional
  public List<Decision.Held> heldByOthers(String lead) {
    return drafts.heldByOthers(lead);
  }

  /**
   * Adds decisions to a lead's draft, or none of them. One about a label that the lead decided
   * before takes the former one's place.
   *
   * @param base the version that the lead looked at
   * @throws ChangeRefused {@code label-decided} if another lead's draft decides one of the labels;
   *     its field {@code held} names each such label and lead
   */
  @Transactional
  public List<Decision> add(String lead, int base, List<VocabularyChange> changes) {
    List<Decision> added = drafts.add(lead, base, changes);
    if (added.size() < changes.size()) {
      requireNotHeld(lead, changes);
      throw new ChangeRefused(
          "decided-twice", -1, "Two of the changes decide the same label. Send one.", Map.of());
    }
    return added;
  }

  private void requireNotHeld(String lead, List<VocabularyChange> changes) {
    Map<String, Integer> wanted = new HashMap<>();
    for (int at = changes.size() - 1; at >= 0; at--) {
      wanted.put(Decision.labelOf(changes.get(at)), at);
    }
    List<Decision.Held> held =
        drafts.heldByOthers(lead).stream()
            .filter(each -> wanted.containsKey(each.label()))
            .toList();
    if (!held.isEmpty()) {
      Decision.Held first = held.get(0);
      throw new ChangeRefused(
          "label-decided",
          wanted.get(first.label()),
          first.lead() + " decided '" + first.label() + "' already, in a draft. Decide others.",
          Map.of("lead", first.lead(), "label", first.label(), "held", held));
    }
  }

  /**
   * Takes decisions out of a lead's draft; those that are not in it are no matter.
   *
   * @return how many were
   */
  @Transactional
  public int takeBack(String lead, List<Long> ids) {
    return drafts.remove(lead, ids).size();
  }

  /**
   * Takes decisions out of a lead's draft in order to publish them; all or none.
   *
   * @throws ChangeRefused {@code draft-changed} if one of them is not in it any more
   */
  @Transactional
  public List<Decision> take(String lead, List<Long> ids) {
    Set<Long> wanted = new HashSet<>(ids);
    List<Decision> taken = drafts.remove(lead, List.copyOf(wanted));
    if (taken.isEmpty() || taken.size() < wanted.size()) {
      throw new ChangeRefused(
          "draft-changed",
          -1,
          "Your draft changed since you looked, perhaps in another window. Look at it again.",
          Map.of());
    }
    return taken;
  }

  /** What all other leads have open now. */
  @Transactional
  public List<Decision.Held> openElsewhere(String lead) {
    return marks.openElsewhere(lead, STILL_OPEN);
  }

  /**
   * Notes which label a lead has open.
   *
   * @param label null if none
   */
  @Transactional
  public void open(String lead, String label) {
    marks.open(lead, label);
  }

  /** The labels that wait for later, for this lead. */
  @Transactional
  public List<QueueMarks.ForLater> forLater(String lead) {
    return marks.forLater(lead);
  }

  /** Sets labels aside for this lead until some time has passed. */
  @Transactional
  public void setAside(String lead, List<String> labels, Duration wait) {
    marks.setAside(lead, labels, wait);
  }

  /** Brings labels back at once. */
  @Transactional
  public void bringBack(String lead, List<String> labels) {
    marks.bringBack(lead, labels);
  }
}
