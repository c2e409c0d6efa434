package org.tagsmith.domain.access.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tagsmith.domain.access.StaffMember;
import org.tagsmith.domain.access.StaffRepository;

/** Staff members through Jakarta Persistence. */
@ApplicationScoped
class JpaStaffRepository implements StaffRepository {
  private static final String COLUMNS =
      "insert into staff_member"
          + " (name, role, password_hash, created_at, failed_logins, sessions_from)";
  private static final String VALUES = " :name, :role, :hash, :created, 0, :sessions";

  @PersistenceContext(unitName = "tagsmith")
  EntityManager entityManager;

  /** For the container, which sets the entity manager. */
  protected JpaStaffRepository() {}

  JpaStaffRepository(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  @Override
  public List<StaffMember> list() {
    return entityManager
        .createQuery("select s from StaffRow s order by s.name", StaffRow.class)
        .getResultStream()
        .map(StaffRow::member)
        .toList();
  }

  @Override
  public Optional<StaffCredentials> find(String name) {
    return Optional.ofNullable(entityManager.find(StaffRow.class, name)).map(StaffRow::credentials);
  }

  @Override
  public Optional<StaffCredentials> lock(String name) {
    return Optional.ofNullable(
            entityManager.find(StaffRow.class, name, LockModeType.PESSIMISTIC_WRITE))
        .map(StaffRow::credentials);
  }

  @Override
  public int lockAdmins() {
    return entityManager
        .createQuery(
            "select s from StaffRow s where s.role = 'admin' order by s.name", StaffRow.class)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .size();
  }

  @Override
  public boolean add(StaffCredentials person, Instant createdAt) {
    return inserted(COLUMNS + " values (" + VALUES + ") on conflict do nothing", person, createdAt);
  }

  @Override
  public boolean addFirst(StaffCredentials person, Instant createdAt) {
    entityManager.createNativeQuery("lock table staff_member in exclusive mode").executeUpdate();
    return inserted(
        COLUMNS + " select" + VALUES + " where not exists (select 1 from staff_member)",
        person,
        createdAt);
  }

  @Override
  public void change(StaffCredentials person) {
    StaffRow row = entityManager.find(StaffRow.class, person.member().name());
    if (row == null) {
      throw new IllegalStateException("A person who does not exist cannot be changed");
    }
    row.take(person);
  }

  @Override
  public boolean remove(String name) {
    StaffRow row = entityManager.find(StaffRow.class, name);
    if (row != null) {
      entityManager.remove(row);
    }
    return row != null;
  }

  private boolean inserted(String sql, StaffCredentials person, Instant createdAt) {
    Query insert = entityManager.createNativeQuery(sql);
    insert.setParameter("name", person.member().name());
    insert.setParameter("role", person.member().role().word());
    insert.setParameter("hash", person.passwordHash());
    insert.setParameter("created", createdAt);
    insert.setParameter("sessions", person.sessionsFrom());
    return insert.executeUpdate() == 1;
  }
}
