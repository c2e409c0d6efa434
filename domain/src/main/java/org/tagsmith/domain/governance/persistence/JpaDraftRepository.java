package org.tagsmith.domain.governance.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.tagsmith.domain.governance.Decision;
import org.tagsmith.domain.governance.DraftRepository;
import org.tagsmith.domain.governance.VocabularyChange;
import org.tagsmith.domain.governance.usecase.ChangeDocument;

/**
 * Drafts in the table {@code draft_decision}, whose constraint lets each label be decided once. Who
 * is second learns it from the row that was not inserted.
 */
@ApplicationScoped
class JpaDraftRepository implements DraftRepository {
  /** The advisory lock of who adds: two lists in another order never wait for one another. */
  private static final long ADDING = 0x7461_6773_0000_0002L;

  private static final String COLUMNS =
      " id, cast(change as text), base, cast(extract(epoch from decided_at) * 1000000 as bigint)";

  private static final String INSERT =
      """
      insert into draft_decision (lead, label, change, base)
      values (:lead, cast(:label as text), cast(:change as jsonb), :base)
      on conflict do nothing
      returning"""
          + COLUMNS;

  @PersistenceContext(unitName = "tagsmith")
  private EntityManager entityManager;

  /** For the container, which sets the entity manager. */
  protected JpaDraftRepository() {}

  @Override
  public List<Decision> of(String lead) {
    return decisions(
        entityManager
            .createNativeQuery(
                "select" + COLUMNS + " from draft_decision where lead = :lead order by id")
            .setParameter("lead", lead));
  }

  @Override
  public List<Decision.Held> heldByOthers(String lead) {
    return Rows.held(
        entityManager
            .createNativeQuery(
                "select label, lead from draft_decision"
                    + " where lead <> :lead and label is not null order by id")
            .setParameter("lead", lead));
  }

  @Override
  public List<Decision> add(String lead, int base, List<VocabularyChange> changes) {
    entityManager
        .createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)")
        .setParameter("lock", ADDING)
        .getSingleResult();
    forget(lead, changes.stream().map(Decision::labelOf).filter(Objects::nonNull).toList());
    List<Decision> added = new ArrayList<>();
    for (VocabularyChange change : changes) {
      added.addAll(
          decisions(
              entityManager
                  .createNativeQuery(INSERT)
                  .setParameter("lead", lead)
                  .setParameter("label", Decision.labelOf(change))
                  .setParameter("change", ChangeDocument.write(change))
                  .setParameter("base", base)));
    }
    return added;
  }

  private void forget(String lead, List<String> labels) {
    if (!labels.isEmpty()) {
      entityManager
          .createNativeQuery(
              "delete from draft_decision where lead = :lead and label = any (:labels)")
          .setParameter("lead", lead)
          .setParameter("labels", labels.toArray(String[]::new))
          .executeUpdate();
    }
  }

  @Override
  public List<Decision> remove(String lead, List<Long> ids) {
    return decisions(
        entityManager
            .createNativeQuery(
                "delete from draft_decision where lead = :lead and id = any (:ids) returning"
                    + COLUMNS)
            .setParameter("lead", lead)
            .setParameter("ids", ids.toArray(Long[]::new)));
  }

  private static List<Decision> decisions(Query query) {
    return Rows.of(query).stream()
        .map(
            row ->
                new Decision(
                    ((Number) row[0]).longValue(),
                    ChangeDocument.read((String) row[1]),
                    ((Number) row[2]).intValue(),
                    Rows.instant(row[3])))
        .sorted(Comparator.comparingLong(Decision::id))
        .toList();
  }
}
