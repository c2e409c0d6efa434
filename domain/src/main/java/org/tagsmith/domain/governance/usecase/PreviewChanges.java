package org.tagsmith.domain.governance.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.tagsmith.domain.governance.ChangePreview;
import org.tagsmith.domain.governance.ChangeRefused;
import org.tagsmith.domain.governance.ChangedVocabulary;
import org.tagsmith.domain.governance.Decision;
import org.tagsmith.domain.governance.DraftPreview;
import org.tagsmith.domain.governance.PrefixReach;
import org.tagsmith.domain.governance.VocabularyChange;
import org.tagsmith.domain.governance.VocabularyHistory;
import org.tagsmith.domain.report.ContactsNow;
import org.tagsmith.domain.report.CountedContacts;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyReader;
import org.tagsmith.domain.vocabulary.VocabularyRepository;

/** Says what a publication would do, and does nothing. Thread-safe. */
@ApplicationScoped
public class PreviewChanges {
  private final VocabularyRepository repository;
  private final ContactsNow contacts;
  private final VocabularyVersions versions;
  private final PrefixesNow prefixes;

  /** For the container's proxy. */
  protected PreviewChanges() {
    this(null, null, null, null);
  }

  @Inject
  public PreviewChanges(
      VocabularyRepository repository,
      ContactsNow contacts,
      VocabularyVersions versions,
      PrefixesNow prefixes) {
    this.repository = repository;
    this.contacts = contacts;
    this.versions = versions;
    this.prefixes = prefixes;
  }

  /**
   * What publishing the changes now would do.
   *
   * @throws org.tagsmith.domain.governance.ChangeRefused if one of them cannot be
   */
  public ChangePreview changes(List<VocabularyChange> changes) {
    CountedContacts counted = contacts.read();
    Vocabulary newest = counted.meanings().reader().vocabulary();
    AtomicInteger ids = new AtomicInteger(repository.highestTagId());
    return preview(
        counted, ChangedVocabulary.of(newest, changes, ids::incrementAndGet, prefixes.now()));
  }

  /**
   * What publishing the changes now would do.
   *
   * @param seen the version that the lead looked at
   * @throws ChangeRefused if one of them cannot be; {@code changed-meanwhile} if that is so because
   *     of what somebody else published since
   */
  public ChangePreview changes(int seen, List<VocabularyChange> changes) {
    CountedContacts counted = contacts.read();
    Vocabulary newest = counted.meanings().reader().vocabulary();
    AtomicInteger ids = new AtomicInteger(repository.highestTagId());
    return preview(
        counted, versions.changed(seen, newest, changes, ids::incrementAndGet, prefixes.now()));
  }

  /**
   * The decisions that cannot be as the vocabulary is now, each with the reason; the others can,
   * one after the other. Where only all together contradict, the last one is the one that cannot
   * be.
   */
  List<DraftPreview.Refused> refusedOf(List<Decision> decisions) {
    Vocabulary newest = contacts.read().meanings().reader().vocabulary();
    int highest = repository.highestTagId();
    PrefixReach reach = prefixes.now();
    List<DraftPreview.Refused> refused = new ArrayList<>();
    ChangedVocabulary.refusedOf(
            newest,
            decisions.stream().map(Decision::change).toList(),
            new AtomicInteger(highest)::incrementAndGet,
            reach)
        .forEach((at, why) -> refused.add(new DraftPreview.Refused(decisions.get(at), why)));
    List<Decision> possible = new ArrayList<>(decisions);
    refused.forEach(each -> possible.remove(each.decision()));
    while (!possible.isEmpty()) {
      AtomicInteger ids = new AtomicInteger(highest);
      try {
        ChangedVocabulary.of(
            newest, possible.stream().map(Decision::change).toList(), ids::incrementAndGet, reach);
        return refused;
      } catch (ChangeRefused why) {
        int at = why.position() < 0 ? possible.size() - 1 : why.position();
        refused.add(new DraftPreview.Refused(possible.remove(at), why));
      }
    }
    return refused;
  }

  /**
   * What putting this content in place of the newest would do.
   *
   * @param content agrees with itself
   */
  public ChangePreview content(Vocabulary content) {
    return preview(contacts.read(), content);
  }

  /**
   * What taking back a version now would do.
   *
   * @throws org.tagsmith.domain.governance.ChangeRefused if there is no such version, or it cannot
   *     be taken back
   */
  public ChangePreview undo(int version) {
    CountedContacts counted = contacts.read();
    Vocabulary newest = counted.meanings().reader().vocabulary();
    return preview(
        counted,
        VocabularyHistory.without(
            versions.beforeChange(version), versions.content(version), newest));
  }

  private static ChangePreview preview(CountedContacts counted, Vocabulary then) {
    VocabularyReader now = counted.meanings().reader();
    return new ChangePreview(
        now.vocabulary().version(),
        VocabularyHistory.between(now.vocabulary(), then),
        counted.effectsOf(VocabularyReader.compile(then, now)));
  }
}
