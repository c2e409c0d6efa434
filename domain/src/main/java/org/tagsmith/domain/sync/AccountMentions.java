package org.tagsmith.domain.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which rules of one account speak of the labels that were asked for, as far as is known. */
public sealed interface AccountMentions {
  /** The account. */
  HelpdeskAccount account();

  /**
   * The rules were read.
   *
   * @param readAt when
   * @param rules with the labels that were asked for alone
   * @param unread kinds of rules that are not all among them, and why
   */
  record Known(
      HelpdeskAccount account,
      Instant readAt,
      List<HelpdeskRule> rules,
      Map<HelpdeskRule.Kind, RuleBook.Unread> unread)
      implements AccountMentions {
    public Known {
      Objects.requireNonNull(readAt, "readAt");
      rules = List.copyOf(rules);
    }
  }

  /** They are being read; asked again in a while, this knows more. */
  record BeingRead(HelpdeskAccount account) implements AccountMentions {}

  /**
   * They could not be read.
   *
   * @param kind the failure's stable word
   * @param retryAfter the pause that the helpdesk asked for, or that others' calls need
   */
  record NotRead(HelpdeskAccount account, String kind, Optional<Duration> retryAfter)
      implements AccountMentions {}
}
