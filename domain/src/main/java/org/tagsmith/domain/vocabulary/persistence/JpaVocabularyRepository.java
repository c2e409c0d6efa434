package org.tagsmith.domain.vocabulary.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.tagsmith.domain.vocabulary.VocabularyRepository;

/** Vocabulary versions in the table {@code vocabulary_version}. */
@ApplicationScoped
class JpaVocabularyRepository implements VocabularyRepository {
  @PersistenceContext(unitName = "tagsmith")
  private EntityManager entityManager;

  /** For the container. */
  protected JpaVocabularyRepository() {}

  JpaVocabularyRepository(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  @Override
  public int latestVersion() {
    return entityManager
        .createQuery(
            "select coalesce(max(row.version), 0) from VocabularyVersionRow row", Integer.class)
        .getSingleResult();
  }

  @Override
  public Optional<PublishedVocabulary> find(int version) {
    return Optional.ofNullable(entityManager.find(VocabularyVersionRow.class, version))
        .map(VocabularyVersionRow::published);
  }

  @Override
  public void append(PublishedVocabulary vocabulary) {
    int version = vocabulary.vocabulary().version();
    int latest = latestVersion();
    if (version != latest + 1) {
      throw outrun(version, null);
    }
    try {
      entityManager.persist(new VocabularyVersionRow(vocabulary));
      entityManager.flush();
    } catch (ConstraintViolationException e) {
      throw outrun(version, e);
    } catch (PersistenceException e) {
      if (e.getCause() instanceof ConstraintViolationException) {
        throw outrun(version, e);
      }
      throw e;
    }
  }

  private static IllegalStateException outrun(int version, Exception cause) {
    return new IllegalStateException(
        "Vocabulary version "
            + version
            + " is not the next one: somebody published first. Look at their version, then publish"
            + " again.",
        cause);
  }
}
