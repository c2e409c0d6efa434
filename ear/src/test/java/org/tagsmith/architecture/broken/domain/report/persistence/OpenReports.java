package org.tagsmith.architecture.broken.domain.report.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.tagsmith.architecture.Breaks;

/** An adapter that anybody may name, and its row. */
@Entity
@Breaks({"adapters_are_package_private", "entities_stay_behind_persistence"})
public class OpenReports {
  @Id private long id;

  public long id() {
    return id;
  }
}
