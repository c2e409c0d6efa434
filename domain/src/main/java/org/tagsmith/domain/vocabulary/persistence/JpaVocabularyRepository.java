package org.tagsmith.domain.vocabulary.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.VocabularyRepository;

/** Vocabulary versions in the table {@code vocabulary_version}. */
@ApplicationScoped
class JpaVocabularyRepository implements VocabularyRepository {
  /** The advisory lock of PostgreSQL that publishers take; any number that nobody else uses. */
  private static final long PUBLISHING = 0x7461_6773_0000_0001L;

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
  public Optional<PublishedVocabulary> newestForPublishing() {
    entityManager
        .createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)", Integer.class)
        .setParameter("lock", PUBLISHING)
        .getSingleResult();
    return find(latestVersion());
  }

  @Override
  public int highestTagId() {
    return entityManager
        .createQuery(
            "select coalesce(max(row.highestTagId), 0) from VocabularyVersionRow row",
            Integer.class)
        .getSingleResult();
  }

  @Override
  public List<VersionLine> versions(int before, int limit) {
    return entityManager
        .createQuery(
            """
            select row.version, row.publishedAt, row.publishedBy, row.note, row.undoes,
              (select max(later.version) from VocabularyVersionRow later
               where later.undoes = row.version)
            from VocabularyVersionRow row where row.version < :before order by row.version desc""",
            Object[].class)
        .setParameter("before", before)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(JpaVocabularyRepository::line)
        .toList();
  }

  private static VersionLine line(Object[] row) {
    return new VersionLine(
        (Integer) row[0],
        ((OffsetDateTime) row[1]).toInstant(),
        (String) row[2],
        (String) row[3],
        (Integer) row[4],
        (Integer) row[5]);
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
      int highest = vocabulary.vocabulary().tags().stream().mapToInt(HouseTag::id).max().orElse(0);
      entityManager.persist(
          new VocabularyVersionRow(vocabulary, Math.max(highest, highestTagId())));
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
