package org.tagsmith.domain.governance.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tagsmith.domain.governance.ChangeRefused;
import org.tagsmith.domain.governance.Difference;
import org.tagsmith.domain.governance.VocabularyHistory;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyRepository;
import org.tagsmith.domain.vocabulary.VocabularyRepository.PublishedVocabulary;
import org.tagsmith.domain.vocabulary.VocabularyRepository.VersionLine;

/** Who changed the vocabulary, when, why and what. Thread-safe. */
@ApplicationScoped
public class VocabularyVersions {
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

  private static ChangeRefused unknown(int version) {
    return new ChangeRefused(
        "unknown-version",
        -1,
        "There is no version " + version + " of the vocabulary. The history lists all.",
        Map.of("version", version));
  }
}
