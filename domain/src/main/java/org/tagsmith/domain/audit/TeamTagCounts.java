package org.tagsmith.domain.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.tagsmith.domain.vocabulary.VocabularyReader;

/** Contacts by team and by what their labels mean. */
public interface TeamTagCounts {
  /**
   * Contacts that began in a period, by the team that has them now and the set of house tags that
   * their labels mean.
   *
   * @param from first day (UTC)
   * @param to last day, inclusive
   * @param reader tells the meanings
   */
  List<Count> between(LocalDate from, LocalDate to, VocabularyReader reader);

  /** The names of teams, as far as the helpdesks told them. */
  Map<Team, String> names();

  /**
   * A helpdesk's group of agents.
   *
   * @param account the account's number
   * @param group its number in the helpdesk, 0 for contacts of no group
   */
  record Team(int account, long group) {}

  /**
   * Contacts of one team that mean the same.
   *
   * @param tags house tags, ascending, each once; may be empty
   */
  record Count(Team team, List<Integer> tags, long contacts) {
    public Count {
      tags = List.copyOf(tags);
    }
  }
}
