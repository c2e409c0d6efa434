package org.tagsmith.widget.view;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tagsmith.domain.sync.AccountMentions;
import org.tagsmith.domain.sync.AccountMentions.Known;
import org.tagsmith.domain.sync.AccountMentions.NotRead;
import org.tagsmith.domain.sync.HelpdeskRule;

/**
 * Which rules in the helpdesks speak of what was asked for.
 *
 * @param accounts one for each connected account
 */
@Schema(name = "Mentions")
public record MentionsView(List<Account> accounts) {
  private static final int MOST_RULES = 200;

  /** Mentions as callers see them. */
  public static MentionsView of(List<AccountMentions> found) {
    return new MentionsView(found.stream().map(Account::of).toList());
  }

  /**
   * One account.
   *
   * @param state {@code read}, {@code reading} (ask again), or {@code failed}
   * @param failure why it failed, in a stable word, else null
   * @param retryAfter seconds to wait for before it may go well, null if nobody said
   * @param readAt when the rules were read, null if they were not
   * @param count how many rules speak of it, by kind; kinds without one are left out
   * @param rules the first of them
   * @param unread kinds that are not all among them, and why: {@code NOT_PERMITTED}, {@code
   *     NOT_OFFERED} or {@code TOO_MANY}
   */
  @Schema(name = "AccountMentions")
  public record Account(
      int accountId,
      String state,
      @Schema(nullable = true) String failure,
      @Schema(nullable = true) Long retryAfter,
      @Schema(nullable = true) Instant readAt,
      Map<String, Long> count,
      List<Rule> rules,
      Map<String, String> unread) {
    static Account of(AccountMentions found) {
      int id = found.account().id().value();
      if (found instanceof Known known) {
        return new Account(
            id,
            "read",
            null,
            null,
            known.readAt(),
            known.rules().stream()
                .collect(Collectors.groupingBy(rule -> rule.kind().name(), Collectors.counting())),
            known.rules().stream().limit(MOST_RULES).map(Rule::of).toList(),
            known.unread().entrySet().stream()
                .collect(
                    Collectors.toMap(
                        entry -> entry.getKey().name(), entry -> entry.getValue().name())));
      }
      if (found instanceof NotRead not) {
        Long pause = not.retryAfter().map(Duration::toSeconds).orElse(null);
        return nothing(id, "failed", not.kind(), pause);
      }
      return nothing(id, "reading", null, null);
    }

    private static Account nothing(int id, String state, String failure, Long pause) {
      return new Account(id, state, failure, pause, null, Map.of(), List.of(), Map.of());
    }
  }

  /**
   * A rule that speaks of it.
   *
   * @param kind {@code TRIGGER}, {@code AUTOMATION}, {@code VIEW} or {@code MACRO}
   * @param page where an admin opens it, null if that is not known
   * @param labels as they stand there
   */
  @Schema(name = "HelpdeskRule")
  public record Rule(
      String kind, String name, @Schema(nullable = true) String page, List<String> labels) {
    static Rule of(HelpdeskRule rule) {
      return new Rule(
          rule.kind().name(),
          rule.name(),
          rule.page().map(URI::toString).orElse(null),
          rule.labels().stream().sorted().toList());
    }
  }
}
