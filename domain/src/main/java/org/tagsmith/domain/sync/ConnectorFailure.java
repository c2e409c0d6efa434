package org.tagsmith.domain.sync;

import java.time.Duration;

/**
 * Why a helpdesk could not be read or written, named by the remedy. Messages carry no body, subject
 * or address of a customer; they may carry the vendor's request id.
 */
public abstract sealed class ConnectorFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private ConnectorFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** A stable word for stored runs, metrics and messages in the user's language. */
  public abstract String kind();

  /** The helpdesk asks for a pause: read on after {@link #retryAfter()}. */
  public static final class Throttled extends ConnectorFailure {
    private static final long serialVersionUID = 1L;
    private final Duration retryAfter;

    public Throttled(String message, Duration retryAfter) {
      super(message, null);
      this.retryAfter = retryAfter;
    }

    /** How long to wait, at least one second. */
    public Duration retryAfter() {
      return retryAfter;
    }

    @Override
    public String kind() {
      return "throttled";
    }
  }

  /** Nobody answered, or the answer broke off: the same call may succeed soon. */
  public static final class Unreachable extends ConnectorFailure {
    private static final long serialVersionUID = 1L;

    public Unreachable(String message, Throwable cause) {
      super(message, cause);
    }

    @Override
    public String kind() {
      return "unreachable";
    }
  }

  /** The key was refused: stop and tell the admin. */
  public static final class CredentialsRejected extends ConnectorFailure {
    private static final long serialVersionUID = 1L;

    public CredentialsRejected(String message) {
      super(message, null);
    }

    @Override
    public String kind() {
      return "credentials-rejected";
    }
  }

  /** The key is good but may not do this: skip this, keep the rest, tell the admin which right. */
  public static final class NotPermitted extends ConnectorFailure {
    private static final long serialVersionUID = 1L;

    public NotPermitted(String message) {
      super(message, null);
    }

    @Override
    public String kind() {
      return "not-permitted";
    }
  }

  /** The helpdesk answered something its contract does not allow: stop, a developer must look. */
  public static final class ContractBroken extends ConnectorFailure {
    private static final long serialVersionUID = 1L;

    public ContractBroken(String message, Throwable cause) {
      super(message, cause);
    }

    @Override
    public String kind() {
      return "contract-broken";
    }
  }
}
