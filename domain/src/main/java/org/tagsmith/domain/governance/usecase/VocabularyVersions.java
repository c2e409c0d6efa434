package org.tagsmith.domain.governance.usecase;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import org.tagsmith.domain.governance.ChangeRefused;
import org.tagsmith.domain.governance.ChangedVocabulary;
import org.tagsmith.domain.governance.Difference;
import org.tagsmith.domain.governance.LaterChanges;
import org.tagsmith.domain.governance.PrefixReach;
import org.tagsmith.domain.governance.VocabularyChange;
import org.tagsmith.domain.governance.VocabularyHistory;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyRepository;
import org.tagsmith.domain.vocabulary.VocabularyRepository.PublishedVocabulary;
import org.tagsmith.domain.vocabulary.VocabularyRepository.VersionLine;

/** Who changed the vocabulary, when, why and what. Thread-safe. */
@ApplicationScoped
public class VocabularyVersions {
  private static final int MOST_NAMED = 50;

  private final VocabularyRepository repository;

  /** For the container's proxy. */
  protected VocabularyVersions() {
    this(null);
  }

  @Inject
  public VocabularyVersions(VocabularyRepository repository) {
    this.repository = repository;
  }

  /**
   * Versions, the newest first.
   *
   * @param before only those with a smaller number
   * @param limit how many at most, 1 or more
   */
  public List<VersionLine> lines(int before, int limit) {
    return repository.versions(before, limit);
  }

  /**
   * What a version holds; version 0 is the empty one.
   *
   * @throws ChangeRefused {@code unknown-version} if there is none with this number
   */
  public Vocabulary content(int version) {
    return version == 0
        ? Vocabulary.empty()
        : repository
            .find(version)
            .map(PublishedVocabulary::vocabulary)
            .orElseThrow(() -> unknown(version));
  }

  /**
   * What was there before a version.
   *
   * @throws ChangeRefused {@code unknown-version} if there is none with this number
   */
  public Vocabulary beforeChange(int version) {
    if (version < 1) {
      throw unknown(version);
    }
    return content(version - 1);
  }

  /**
   * What the later version holds differently.
   *
   * @throws ChangeRefused {@code unknown-version} if one of them does not exist
   */
  public List<Difference> between(int former, int later) {
    return VocabularyHistory.between(content(former), content(later));
  }

  /**
   * What a version changed.
   *
   * @param differences from the version before it
   */
  public record Changed(int version, List<Difference> differences) {
    public Changed {
      differences = List.copyOf(differences);
    }
  }

  /**
   * What each of some versions changed, the newest first. Each version is read once.
   *
   * @param before only those with a smaller number
   * @param limit how many at most, 1 or more
   */
  public List<Changed> changes(int before, int limit) {
    List<Changed> changes = new ArrayList<>();
    Vocabulary later = null;
    for (VersionLine line : lines(before, limit)) {
      Vocabulary content = later == null ? content(line.version()) : later;
      Vocabulary former = content(line.version() - 1);
      changes.add(new Changed(line.version(), VocabularyHistory.between(former, content)));
      later = former;
    }
    return changes;
  }

  /**
   * Refuses what touches something that somebody published since the lead looked.
   *
   * @param seen the version that the lead looked at
   * @param wanted the newest one with the lead's changes
   * @throws ChangeRefused {@code changed-meanwhile}, with the differences that touch and who
   *     published them
   */
  void requireUntouched(int seen, Vocabulary newest, Vocabulary wanted) {
    if (seen == newest.version()) {
      return;
    }
    List<Difference> touched =
        LaterChanges.touched(
            VocabularyHistory.between(content(seen), newest),
            VocabularyHistory.between(newest, wanted));
    if (!touched.isEmpty()) {
      throw meanwhile(seen, newest.version(), touched);
    }
  }

  /**
   * The changes on top of the newest version.
   *
   * @param seen the version that the lead looked at
   * @param newIds gives ids that no tag ever had
   * @param reach what prefixes would take
   * @throws ChangeRefused if one of them cannot be; {@code changed-meanwhile} where all of them
   *     could be in the version that the lead looked at, and somebody else is why they cannot now
   */
  Vocabulary changed(
      int seen,
      Vocabulary newest,
      List<VocabularyChange> changes,
      IntSupplier newIds,
      PrefixReach reach) {
    try {
      return ChangedVocabulary.of(newest, changes, newIds, reach);
    } catch (ChangeRefused why) {
      throw seen < newest.version() ? because(why, seen, newest, changes, newIds) : why;
    }
  }

  private ChangeRefused because(
      ChangeRefused why,
      int seen,
      Vocabulary newest,
      List<VocabularyChange> changes,
      IntSupplier newIds) {
    Vocabulary then = content(seen);
    List<Difference> theirs = VocabularyHistory.between(then, newest);
    List<Difference> mine;
    try {
      mine = VocabularyHistory.between(then, ChangedVocabulary.of(then, changes, newIds));
    } catch (ChangeRefused before) {
      return why;
    }
    List<Difference> touched = LaterChanges.touched(theirs, mine);
    if (touched.isEmpty()) {
      touched = LaterChanges.spokenOf(theirs, why);
    }
    return touched.isEmpty() ? why : meanwhile(seen, newest.version(), touched);
  }

  private ChangeRefused meanwhile(int seen, int newest, List<Difference> touched) {
    Set<List<Object>> places = touched.stream().map(LaterChanges::place).collect(toSet());
    int before = newest + 1;
    int limit = Math.min(MOST_NAMED, newest - seen);
    Map<Integer, VersionLine> lines = new HashMap<>();
    lines(before, limit).forEach(line -> lines.put(line.version(), line));
    List<Map<String, Object>> since = new ArrayList<>();
    for (Changed changed : changes(before, limit)) {
      List<Map<String, Object>> things =
          changed.differences().stream()
              .filter(each -> places.contains(LaterChanges.place(each)))
              .map(each -> Map.<String, Object>of("kind", each.kind(), "key", each.key()))
              .toList();
      if (!things.isEmpty()) {
        since.add(named(lines.get(changed.version()), things));
      }
    }
    return LaterChanges.refused(newest, touched, since);
  }

  private static Map<String, Object> named(VersionLine line, List<Map<String, Object>> things) {
    return Map.of(
        "version", line.version(),
        "publishedBy", line.publishedBy(),
        "publishedAt", line.publishedAt().toString(),
        "note", line.note(),
        "things", things);
  }

  private static ChangeRefused unknown(int version) {
    return new ChangeRefused(
        "unknown-version",
        -1,
        "There is no version " + version + " of the vocabulary. The history lists all.",
        Map.of("version", version));
  }
}
