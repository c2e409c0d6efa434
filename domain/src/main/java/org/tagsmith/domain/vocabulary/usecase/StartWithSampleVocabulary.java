package org.tagsmith.domain.vocabulary.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tagsmith.domain.vocabulary.VocabularyRepository;

/** Gives a new installation the bank's vocabulary, when its operator asked for it. */
@ApplicationScoped
public class StartWithSampleVocabulary {
  private final VocabularyRepository repository;
  private final PublishVocabulary publishVocabulary;
  private final boolean wanted;

  /** For the container's proxy. */
  protected StartWithSampleVocabulary() {
    this(null, null, false);
  }

  /**
   * @param wanted configuration {@code tagsmith.vocabulary.sample}
   */
  @Inject
  public StartWithSampleVocabulary(
      VocabularyRepository repository,
      PublishVocabulary publishVocabulary,
      @ConfigProperty(name = "tagsmith.vocabulary.sample", defaultValue = "false") boolean wanted) {
    this.repository = repository;
    this.publishVocabulary = publishVocabulary;
    this.wanted = wanted;
  }

  /** Publishes the sample as version 1 if it is wanted and nothing was ever published. */
  @Transactional
  public void startWithSample() {
    if (wanted && repository.latestVersion() == 0) {
      publishVocabulary.publish(
          SampleVocabulary.bank(), "Tagsmith", "The sample vocabulary of a bank, to begin with");
    }
  }
}
