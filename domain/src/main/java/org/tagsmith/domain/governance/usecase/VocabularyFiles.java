package org.tagsmith.domain.governance.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tagsmith.domain.governance.ChangePreview;
import org.tagsmith.domain.governance.Difference;
import org.tagsmith.domain.governance.LaterChanges;
import org.tagsmith.domain.governance.VocabularyHistory;
import org.tagsmith.domain.governance.file.FileFormat;
import org.tagsmith.domain.governance.file.FileReading;
import org.tagsmith.domain.governance.file.FileRefused;
import org.tagsmith.domain.governance.file.MissingTags;
import org.tagsmith.domain.governance.lint.LintFinding;
import org.tagsmith.domain.governance.lint.VocabularyLint;
import org.tagsmith.domain.report.ContactsNow;
import org.tagsmith.domain.report.CountedContacts;
import org.tagsmith.domain.report.ReportPeriod;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyReader;
import org.tagsmith.domain.vocabulary.VocabularyRepository;
import org.tagsmith.domain.vocabulary.VocabularyRepository.PublishedVocabulary;

/** The whole vocabulary as a file: out, looked over, and back in. Thread-safe. */
@ApplicationScoped
public class VocabularyFiles {
  private static final int YEARS_OF_USE = 2;

  private final VocabularyRepository repository;
  private final ContactsNow contacts;
  private final VocabularyVersions versions;
  private final PublishChanges publishChanges;
  private final PrefixesNow prefixes;
  private final LastFileRead files = new LastFileRead();

  /** For the container's proxy. */
  protected VocabularyFiles() {
    this(null, null, null, null, null);
  }

  @Inject
  public VocabularyFiles(
      VocabularyRepository repository,
      ContactsNow contacts,
      VocabularyVersions versions,
      PublishChanges publishChanges,
      PrefixesNow prefixes) {
    this.repository = repository;
    this.contacts = contacts;
    this.versions = versions;
    this.publishChanges = publishChanges;
    this.prefixes = prefixes;
  }

  /** The newest version. */
  public Vocabulary newest() {
    return versions.content(repository.latestVersion());
  }

  /**
   * What publishing this file would do; does nothing.
   *
   * @param bytes of any content
   */
  public FileCheck check(byte[] bytes, FileFormat format, MissingTags missing) {
    CountedContacts counted = contacts.read();
    VocabularyReader now = counted.meanings().reader();
    Vocabulary newest = now.vocabulary();
    FileReading reading =
        files.read(bytes, format, missing, newest, repository.highestTagId(), prefixes.now());
    if (reading.content() == null) {
      return new FileCheck(newest.version(), reading, List.of(), null, List.of());
    }
    VocabularyReader then = VocabularyReader.compile(reading.content(), now);
    ChangePreview preview =
        new ChangePreview(
            newest.version(),
            VocabularyHistory.between(newest, reading.content()),
            counted.effectsOf(then));
    return new FileCheck(
        newest.version(), reading, lint(counted, then), preview, overwritten(reading, newest));
  }

  private List<Difference> overwritten(FileReading reading, Vocabulary newest) {
    Integer seen = reading.madeFrom();
    return seen == null || seen >= newest.version()
        ? List.of()
        : LaterChanges.touched(
            versions.between(seen, newest.version()),
            VocabularyHistory.between(newest, reading.content()));
  }

  /** What could be better about the newest version, the worst first. */
  public List<LintFinding> lint() {
    CountedContacts counted = contacts.read();
    return lint(counted, counted.meanings().reader());
  }

  /** A tag that is not there yet counts as used. */
  private static List<LintFinding> lint(CountedContacts counted, VocabularyReader reader) {
    Map<Integer, Long> used = new HashMap<>();
    counted.meanings().reader().vocabulary().tags().forEach(tag -> used.put(tag.id(), 0L));
    counted
        .newestDay(Optional.empty())
        .map(day -> new ReportPeriod(day.minusYears(YEARS_OF_USE).plusDays(1), day))
        .map(period -> counted.report(period, Optional.empty()))
        .ifPresent(
            report -> report.tags().forEach(line -> used.put(line.houseTagId(), line.contacts())));
    return VocabularyLint.findings(reader, id -> used.getOrDefault(id, 1L));
  }

  /**
   * Publishes a file as one version, or nothing of it.
   *
   * @param seen the version that the lead looked at when deciding; null for the one that the file
   *     was exported from
   * @param by the lead
   * @param note why, may be empty
   * @throws FileRefused if something in it cannot be
   * @throws org.tagsmith.domain.governance.ChangeRefused if it touches what somebody else changed
   *     since
   */
  @Transactional
  public PublishedVocabulary publish(
      byte[] bytes, FileFormat format, MissingTags missing, Integer seen, String by, String note) {
    Vocabulary newest =
        repository
            .newestForPublishing()
            .map(PublishedVocabulary::vocabulary)
            .orElseGet(Vocabulary::empty);
    FileReading reading =
        files.read(bytes, format, missing, newest, repository.highestTagId(), prefixes.now());
    if (reading.content() == null) {
      throw new FileRefused(reading);
    }
    Integer looked = seen == null ? reading.madeFrom() : seen;
    return publishChanges.content(
        looked == null ? newest.version() : looked, reading.content(), by, note);
  }
}
