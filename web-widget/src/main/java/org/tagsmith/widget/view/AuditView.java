package org.tagsmith.widget.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tagsmith.domain.audit.PracticeAudit;
import org.tagsmith.domain.audit.TeamTagCounts.Team;

/** How tags were given in a period. */
@Schema(name = "PracticeAudit")
public record AuditView(
    @Schema(description = "The vocabulary that it was read against.") int version,
    LocalDate from,
    LocalDate to,
    long contacts,
    @Schema(description = "Live tags that are hardly given.") List<PracticeAudit.RareTag> rare,
    @Schema(description = "Pairs nearly always given together.") List<PairView> together,
    @Schema(description = "Pairs of which each is one team's choice.") List<InsteadView> instead,
    @Schema(description = "Tags that a team gives otherwise than the rest.")
        List<HabitView> habits) {

  /**
   * Shows an audit.
   *
   * @param names of the teams, as far as they are known
   */
  public static AuditView of(PracticeAudit audit, Map<Team, String> names) {
    return new AuditView(
        audit.version(),
        audit.from(),
        audit.to(),
        audit.contacts(),
        audit.rare(),
        audit.together().stream()
            .map(each -> new PairView(each.first(), each.second(), each.both(), each.share()))
            .toList(),
        audit.instead().stream()
            .map(
                each ->
                    new InsteadView(
                        each.first(),
                        each.second(),
                        TeamView.of(each.firstTeam(), names),
                        TeamView.of(each.secondTeam(), names),
                        each.ofFirst(),
                        each.ofSecond()))
            .toList(),
        audit.habits().stream()
            .map(
                each ->
                    new HabitView(
                        each.tagId(),
                        TeamView.of(each.team(), names),
                        each.given(),
                        each.contacts(),
                        each.timesAsOften()))
            .toList());
  }

  /**
   * A helpdesk's group.
   *
   * @param name null if it is not known, or the contacts are of no group
   */
  @Schema(name = "Team")
  public record TeamView(int account, long group, @Schema(nullable = true) String name) {
    private static TeamView of(Team team, Map<Team, String> names) {
      return new TeamView(team.account(), team.group(), names.get(team));
    }
  }

  /**
   * Two tags on the same contacts.
   *
   * @param share of the rarer one's contacts, 0 to 1
   */
  @Schema(name = "TagPair")
  public record PairView(int first, int second, long both, double share) {}

  /** Two tags alike, each of one team. */
  @Schema(name = "TeamsDisagree")
  public record InsteadView(
      int first,
      int second,
      TeamView firstTeam,
      TeamView secondTeam,
      long ofFirst,
      long ofSecond) {}

  /**
   * A tag that a team gives otherwise than the rest.
   *
   * @param timesAsOften as all other teams
   */
  @Schema(name = "TeamHabit")
  public record HabitView(
      int tagId, TeamView team, long given, long contacts, double timesAsOften) {}
}
