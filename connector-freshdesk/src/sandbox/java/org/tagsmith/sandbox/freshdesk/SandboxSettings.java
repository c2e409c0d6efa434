package org.tagsmith.sandbox.freshdesk;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.tagsmith.sandbox.freshdesk.http.Plan;

/**
 * How a sandbox helpdesk shall be. Immutable; make one with {@link #builder}.
 *
 * @param port 0 for any free one
 * @param bindAddress where to listen, such as 127.0.0.1
 * @param seed equal seeds give equal tickets
 * @param tickets how many tickets to invent
 * @param subdomain the account's name at Freshdesk
 * @param apiKey the secret of the agent on whose behalf programs call
 * @param clock drives times, limits and archiving
 * @param rateLimits whether limits are enforced
 * @param plan which limits
 * @param archiveAfterDays when untouched closed tickets leave the list, 0 for never
 * @param keyFolder where what people changed is kept, null to forget it
 * @param activityPerMinute tickets that are opened or changed by themselves, 0 for none
 */
public record SandboxSettings(
    int port,
    String bindAddress,
    long seed,
    int tickets,
    String subdomain,
    String apiKey,
    Clock clock,
    boolean rateLimits,
    Plan plan,
    int archiveAfterDays,
    Path keyFolder,
    double activityPerMinute) {
  public SandboxSettings {
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(plan, "plan");
    if (tickets < 0 || activityPerMinute < 0 || archiveAfterDays < 0) {
      throw new IllegalArgumentException("The number of sandbox tickets must be 0 or more");
    }
  }

  /** Starts from a small bank on any free port, with 1,000 tickets and no limits. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects settings; each has a default. */
  public static final class Builder {
    private int port;
    private String bindAddress = "127.0.0.1";
    private long seed = 1;
    private int tickets = 1000;
    private String subdomain = "harbourbank";
    private String apiKey = "sandbox-key";
    private Clock clock = Clock.systemUTC();
    private boolean rateLimits;
    private Plan plan = Plan.PRO;
    private int archiveAfterDays = 120;
    private Path keyFolder;
    private double activityPerMinute;

    private Builder() {}

    /** 0 for any free one. */
    public Builder port(int value) {
      port = value;
      return this;
    }

    /** Where to listen; only this machine unless told otherwise. */
    public Builder bindAddress(String value) {
      bindAddress = value;
      return this;
    }

    /** Equal seeds give equal tickets. */
    public Builder seed(long value) {
      seed = value;
      return this;
    }

    /** How many tickets to invent. */
    public Builder tickets(int value) {
      tickets = value;
      return this;
    }

    /** The account's name at Freshdesk. */
    public Builder subdomain(String value) {
      subdomain = value;
      return this;
    }

    /** The secret of the agent on whose behalf programs call. */
    public Builder apiKey(String value) {
      apiKey = value;
      return this;
    }

    /** The sandbox's time. */
    public Builder clock(Clock value) {
      clock = value;
      return this;
    }

    /** Whether limits are enforced. */
    public Builder rateLimits(boolean value) {
      rateLimits = value;
      return this;
    }

    /** Which limits. */
    public Builder plan(Plan value) {
      plan = value;
      return this;
    }

    /** When untouched closed tickets leave the list, 0 for never. */
    public Builder archiveAfterDays(int value) {
      archiveAfterDays = value;
      return this;
    }

    /** Keeps what people changed. */
    public Builder keyFolder(Path value) {
      keyFolder = value;
      return this;
    }

    /** Lets tickets open and change by themselves. */
    public Builder activityPerMinute(double value) {
      activityPerMinute = value;
      return this;
    }

    /** The finished settings. */
    public SandboxSettings build() {
      return new SandboxSettings(
          port,
          bindAddress,
          seed,
          tickets,
          subdomain,
          apiKey,
          clock,
          rateLimits,
          plan,
          archiveAfterDays,
          keyFolder,
          activityPerMinute);
    }
  }
}
