package org.tagsmith.domain.disposition.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tagsmith.domain.disposition.Disposition;
import org.tagsmith.domain.disposition.DispositionRepository;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.ticket.TicketId;

/** Dispositions through Jakarta Persistence. */
@ApplicationScoped
class JpaDispositionRepository implements DispositionRepository {
  private static final String LOCK =
      """
      select pg_advisory_xact_lock(id, hashint8(:ticket)) is not null
      from helpdesk_account
      where id = :account
      """;

  private static final String LATEST_PER_LABEL =
      """
      select * from (
        select distinct on (label) *
        from disposition
        where account_id = :account and ticket_id = :ticket
        order by label, id desc
      ) latest
      order by id desc
      limit 200
      """;

  private static final String MOST_USED =
      """
      select reason_code from (
        (select reason_code, 1000 as weight
         from disposition
         where account_id = :account and agent = :agent
           and reason_code is not null and action = 'add'
         order by decided_at desc
         limit 200)
        union all
        (select reason_code, 1
         from disposition
         where account_id = :account and reason_code is not null and action = 'add'
         order by decided_at desc
         limit 200)
      ) used
      group by reason_code
      order by sum(weight) desc, reason_code
      """;

  private static final String RECORDED_CODES =
      """
      select reason_code, count(*) from (
        select distinct reason_code, account_id, ticket_id
        from disposition
        where reason_code is not null and action = 'add'
      ) once
      group by reason_code
      """;

  @PersistenceContext(unitName = "tagsmith")
  EntityManager entityManager;

  /** For the container, which sets the entity manager. */
  protected JpaDispositionRepository() {}

  JpaDispositionRepository(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  @Override
  public boolean lock(TicketId ticket) {
    return !entityManager
        .createNativeQuery(LOCK)
        .setParameter("account", ticket.account().value())
        .setParameter("ticket", ticket.remoteId())
        .getResultList()
        .isEmpty();
  }

  @Override
  public Disposition append(Disposition disposition) {
    DispositionRow row = new DispositionRow(disposition);
    entityManager.persist(row);
    entityManager.flush();
    return row.disposition();
  }

  @Override
  public Optional<Disposition> latest(TicketId ticket, String label) {
    return entityManager
        .createQuery(
            "select d from DispositionRow d where d.accountId = :account and d.ticketId = :ticket"
                + " and d.label = :label order by d.id desc",
            DispositionRow.class)
        .setParameter("account", ticket.account().value())
        .setParameter("ticket", ticket.remoteId())
        .setParameter("label", label)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(DispositionRow::disposition);
  }

  @Override
  @SuppressWarnings("unchecked") // a native query for an entity knows its type only at run time
  public List<Disposition> latestPerLabel(TicketId ticket) {
    List<DispositionRow> rows =
        entityManager
            .createNativeQuery(LATEST_PER_LABEL, DispositionRow.class)
            .setParameter("account", ticket.account().value())
            .setParameter("ticket", ticket.remoteId())
            .getResultList();
    return rows.stream().map(DispositionRow::disposition).toList();
  }

  @Override
  @SuppressWarnings("unchecked") // as above
  public List<Integer> mostUsedCodes(HelpdeskAccountId account, String agent) {
    return entityManager
        .createNativeQuery(MOST_USED, Integer.class)
        .setParameter("account", account.value())
        .setParameter("agent", agent)
        .getResultList();
  }

  @Override
  @SuppressWarnings("unchecked") // as above
  public Map<Integer, Long> recordedCodes() {
    List<Object[]> rows = entityManager.createNativeQuery(RECORDED_CODES).getResultList();
    return rows.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                row -> (Integer) row[0], row -> ((Number) row[1]).longValue()));
  }
}
