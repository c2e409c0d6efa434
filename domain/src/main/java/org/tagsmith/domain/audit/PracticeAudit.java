package org.tagsmith.domain.audit;

import java.time.LocalDate;
import java.util.List;

/**
 * How tags were given in a period.
 *
 * @param version the vocabulary that it was read against
 * @param from first day (UTC)
 * @param to last day, inclusive
 * @param contacts how many contacts began
 * @param rare live tags of fewer contacts than asked for, those of fewest first
 * @param together pairs that are nearly always given together, the surest first
 * @param instead pairs of which one team gives the one where another gives the other
 * @param habits tags that one team gives otherwise than the rest, the clearest first
 */
public record PracticeAudit(
    int version,
    LocalDate from,
    LocalDate to,
    long contacts,
    List<RareTag> rare,
    List<TagPair> together,
    List<TeamsDisagree> instead,
    List<TeamHabit> habits) {
  public PracticeAudit {
    rare = List.copyOf(rare);
    together = List.copyOf(together);
    instead = List.copyOf(instead);
    habits = List.copyOf(habits);
  }

  /** A live tag that is hardly given. */
  public record RareTag(int tagId, long contacts) {}

  /**
   * Two tags on the same contacts.
   *
   * @param first the one of more contacts
   * @param both contacts that have both
   */
  public record TagPair(int first, int second, long ofFirst, long ofSecond, long both) {
    /** The share of the rarer one's contacts that have the other too, 0 to 1. */
    public double share() {
      return both / (double) Math.min(ofFirst, ofSecond);
    }
  }

  /**
   * Two tags alike, of which each is one team's choice.
   *
   * @param firstTeam gives nearly only the first of the two
   * @param secondTeam gives nearly only the second
   */
  public record TeamsDisagree(
      int first,
      int second,
      TeamTagCounts.Team firstTeam,
      TeamTagCounts.Team secondTeam,
      long ofFirst,
      long ofSecond) {}

  /**
   * A tag that a team gives more or less often than all others.
   *
   * @param given contacts of the team that have it
   * @param contacts contacts of the team that have any tag
   * @param givenElsewhere contacts of all other teams that have it
   * @param contactsElsewhere contacts of all other teams that have any tag
   */
  public record TeamHabit(
      int tagId,
      TeamTagCounts.Team team,
      long given,
      long contacts,
      long givenElsewhere,
      long contactsElsewhere) {
    /** How often the team gives it for each time that the others would, 0 or more. */
    public double timesAsOften() {
      double here = given / (double) contacts;
      double there = Math.max((double) givenElsewhere, 0.5) / contactsElsewhere;
      return here / there;
    }

    /** How many standard errors the two shares lie apart, 0 or more. */
    double certainty() {
      double all = (given + givenElsewhere) / (double) (contacts + contactsElsewhere);
      double error = Math.sqrt(all * (1 - all) * (1.0 / contacts + 1.0 / contactsElsewhere));
      double apart =
          Math.abs(given / (double) contacts - givenElsewhere / (double) contactsElsewhere);
      return error == 0 ? 0 : apart / error;
    }
  }
}
