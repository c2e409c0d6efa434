package org.tagsmith.domain.sync.usecase;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.tagsmith.domain.shared.SqlState;
import org.tagsmith.domain.sync.Backoff;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.SyncPhase;
import org.tagsmith.domain.sync.SyncStateRepository.SyncFailure;

/**
 * What a failure is called, and its remedy: how long to wait, and whether only the helpdesk it
 * concerns or a person can help.
 *
 * @param kind a stable word
 * @param message for people; holds no customer text
 * @param remedy what to do about it
 * @param asked the pause the helpdesk asked for, null if none
 */
record FailureWords(String kind, String message, Remedy remedy, Duration asked) {
  private static final Duration SHORTEST_ASKED = Duration.ofSeconds(1);
  private static final Duration LONGEST_ASKED = Duration.ofHours(1);
  private static final int LONGEST_MESSAGE = 1000;
  private static final String UNEXPECTED = "unexpected";

  /**
   * SQL states that say that the database could not, not that we asked for nonsense: connection,
   * resources such as a full disk, an operator's hand, the system around it, a transaction that was
   * ended because it hung, a lost race.
   */
  private static final Set<String> DATABASE_COULD_NOT = Set.of("08", "53", "57", "58", "25", "40");

  /** What to do about a failure. */
  enum Remedy {
    /** The helpdesk says when. */
    WAIT_AS_ASKED(SyncPhase.THROTTLED, SHORTEST_ASKED, LONGEST_ASKED),
    /** It heals by itself. */
    TRY_SOON(SyncPhase.WAITING, Duration.ofSeconds(5), Duration.ofMinutes(2)),
    /** The same, of what is ours: it need not be spared, and nothing works until it is back. */
    TRY_AT_NEXT_TURN(SyncPhase.WAITING, Duration.ofSeconds(2), Duration.ofSeconds(10)),
    /** Most likely a person must look, but a hiccup of the helpdesk looks the same at first. */
    TRY_RARELY(SyncPhase.STOPPED, Duration.ofSeconds(30), Duration.ofMinutes(15)),
    /** A person must act; asking again and again with a wrong key may lock it. */
    ASK_A_PERSON(SyncPhase.STOPPED, Duration.ofMinutes(15), Duration.ofMinutes(15));

    private final SyncPhase phase;
    private final Duration firstPause;
    private final Duration longestPause;

    Remedy(SyncPhase phase, Duration firstPause, Duration longestPause) {
      this.phase = phase;
      this.firstPause = firstPause;
      this.longestPause = longestPause;
    }
  }

  static FailureWords of(RuntimeException failure) {
    if (failure instanceof ConnectorFailure.Throttled throttled) {
      return words(throttled, Remedy.WAIT_AS_ASKED, throttled.retryAfter());
    }
    if (failure instanceof ConnectorFailure.Unreachable unreachable) {
      return words(unreachable, Remedy.TRY_SOON, null);
    }
    if (failure instanceof ConnectorFailure.CredentialsRejected rejected) {
      return words(rejected, Remedy.ASK_A_PERSON, null);
    }
    if (failure instanceof ConnectorFailure.NotPermitted notPermitted) {
      return words(notPermitted, Remedy.ASK_A_PERSON, null);
    }
    if (failure instanceof ConnectorFailure broken) {
      return words(broken, Remedy.TRY_RARELY, null);
    }
    if (isOfDatabase(failure)) {
      return new FailureWords(
          "database", "The database did not do what it was asked.", Remedy.TRY_AT_NEXT_TURN, null);
    }
    // The message of a foreign exception may quote a customer; its class does not.
    return new FailureWords(
        UNEXPECTED,
        "Tagsmith failed unexpectedly (" + failure.getClass().getSimpleName() + ").",
        Remedy.TRY_SOON,
        null);
  }

  private static FailureWords words(ConnectorFailure failure, Remedy remedy, Duration asked) {
    String message = failure.getMessage() == null ? failure.kind() : failure.getMessage();
    return new FailureWords(
        failure.kind(),
        message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE),
        remedy,
        asked);
  }

  // The pool's own exceptions have no state: it could not get a connection.
  private static boolean isOfDatabase(Throwable failure) {
    return SqlState.behind(failure)
        .filter(
            state ->
                state.equals(SqlState.NONE)
                    || (state.length() > 2 && DATABASE_COULD_NOT.contains(state.substring(0, 2))))
        .isPresent();
  }

  /** Whether the fault is most likely ours, and the log should say where. */
  boolean isUnexpected() {
    return kind.equals(UNEXPECTED);
  }

  /** Whether other calls to the same account would fail for the same reason. */
  boolean concernsWholeAccount() {
    return switch (kind) {
      case "throttled", "unreachable", "credentials-rejected" -> true;
      default -> false;
    };
  }

  /**
   * How long to wait.
   *
   * @param failures in a row, this one included
   */
  Duration pause(int failures) {
    if (asked == null) {
      return new Backoff(remedy.firstPause, remedy.longestPause)
          .after(failures, ThreadLocalRandom.current());
    }
    Duration atLeast = asked.compareTo(SHORTEST_ASKED) < 0 ? SHORTEST_ASKED : asked;
    return atLeast.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : atLeast;
  }

  /**
   * The failure as it is noted for an account.
   *
   * @param failures in a row, this one included
   */
  SyncFailure after(int failures) {
    return new SyncFailure(kind, message, remedy.phase, pause(failures));
  }
}
