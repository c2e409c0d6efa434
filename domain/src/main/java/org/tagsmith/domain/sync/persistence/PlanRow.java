package org.tagsmith.domain.sync.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.plan.PauseReason;
import org.tagsmith.domain.sync.plan.PlanOrigin;
import org.tagsmith.domain.sync.plan.PlanState;
import org.tagsmith.domain.sync.plan.Replacement;
import org.tagsmith.domain.sync.plan.WriteBackPlan;

/** A plan as it is read, with all that it replaces. */
final class PlanRow {
  /** What stands before the conditions. */
  static final String SELECT =
      """
      select p.*, l.* from write_back_plan p
        cross join lateral (
          select coalesce(array_agg(label order by tickets desc, label), '{}') as replaced,
            coalesce(array_agg(replacement order by tickets desc, label), '{}') as replacements,
            coalesce(array_agg(tag_id order by tickets desc, label), '{}') as tag_ids,
            coalesce(array_agg(tickets order by tickets desc, label), '{}') as carriers
          from write_back_plan_label where plan_id = p.id) l
      """;

  private PlanRow() {}

  static WriteBackPlan read(ResultSet row) throws SQLException {
    String paused = row.getString("pause_reason");
    return new WriteBackPlan(
        row.getLong("id"),
        new HelpdeskAccountId(row.getInt("account_id")),
        new PlanOrigin(
            row.getObject("of_version", Integer.class), row.getObject("of_tag", Integer.class)),
        row.getInt("vocabulary_version"),
        row.getBoolean("closed_too"),
        replacements(row),
        row.getLong("tickets"),
        PlanState.ofWord(row.getString("state")),
        paused == null ? null : PauseReason.ofWord(paused),
        row.getBoolean("taking_back"),
        row.getLong("up_to"),
        row.getString("made_by"),
        Sql.instant(row, "made_at"),
        row.getString("started_by"),
        Sql.instant(row, "started_at"),
        Sql.instant(row, "ended_at"));
  }

  private static List<Replacement> replacements(ResultSet row) throws SQLException {
    String[] labels = (String[]) row.getArray("replaced").getArray();
    String[] by = (String[]) row.getArray("replacements").getArray();
    Integer[] tags = (Integer[]) row.getArray("tag_ids").getArray();
    Long[] carriers = (Long[]) row.getArray("carriers").getArray();
    List<Replacement> replacements = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      replacements.add(new Replacement(labels[i], by[i], tags[i], carriers[i]));
    }
    return replacements;
  }
}
