package org.tagsmith.domain.governance.persistence;

import jakarta.persistence.Query;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.tagsmith.domain.governance.Decision;

/** What native queries give. */
final class Rows {
  private Rows() {}

  @SuppressWarnings("unchecked") // of more than one column each
  static List<Object[]> of(Query query) {
    return query.getResultList();
  }

  /** Rows of a label and a lead. */
  static List<Decision.Held> held(Query query) {
    return of(query).stream()
        .map(row -> new Decision.Held((String) row[0], (String) row[1]))
        .toList();
  }

  /** A time given as microseconds since 1970, a type that no driver must guess. */
  static Instant instant(Object micros) {
    return Instant.EPOCH.plus(((Number) micros).longValue(), ChronoUnit.MICROS);
  }
}
