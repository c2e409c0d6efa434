package org.tagsmith.sandbox.zendesk;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;

/**
 * How a sandbox helpdesk shall be. Immutable; make one with {@link #builder}.
 *
 * @param port 0 for any free one
 * @param bindAddress where to listen, such as 127.0.0.1
 * @param seed equal seeds give equal tickets
 * @param tickets how many tickets to invent; ignored if there is an export file
 * @param exportFile a company's own export, null to invent tickets
 * @param subdomain the account's name at Zendesk
 * @param email of the administrator whose token is used
 * @param apiToken the secret that goes with it
 * @param appId the number of the app's installation, as it stands in the signed token
 * @param tagsmithUrl where the sidebar is loaded from, null if there is none
 * @param clock drives times, the held-back minute, limits and the triage
 * @param rateLimits whether limits are enforced
 * @param oldHeaderSpelling names of the limit headers as of 2023
 * @param keyFolder where the app's key and what people changed are kept, null to forget both
 * @param activityPerMinute tickets that are opened or changed by themselves, 0 for none
 */
public record SandboxSettings(
    int port,
    String bindAddress,
    long seed,
    int tickets,
    Path exportFile,
    String subdomain,
    String email,
    String apiToken,
    long appId,
    URI tagsmithUrl,
    Clock clock,
    boolean rateLimits,
    boolean oldHeaderSpelling,
    Path keyFolder,
    double activityPerMinute) {
  public SandboxSettings {
    Objects.requireNonNull(clock, "clock");
    if (tickets < 0 || activityPerMinute < 0) {
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
    private Path exportFile;
    private String subdomain = "harbourbank";
    private String email = "api@harbourbank.example";
    private String apiToken = "sandbox-token";
    private long appId = 1;
    private URI tagsmithUrl;
    private Clock clock = Clock.systemUTC();
    private boolean rateLimits;
    private boolean oldHeaderSpelling;
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

    /** Serves this file's tickets instead of invented ones. */
    public Builder exportFile(Path value) {
      exportFile = value;
      return this;
    }

    /** The account's name at Zendesk. */
    public Builder subdomain(String value) {
      subdomain = value;
      return this;
    }

    /** The administrator whose token is used. */
    public Builder email(String value) {
      email = value;
      return this;
    }

    /** The secret that goes with the e-mail address. */
    public Builder apiToken(String value) {
      apiToken = value;
      return this;
    }

    /** The number of the app's installation. */
    public Builder appId(long value) {
      appId = value;
      return this;
    }

    /** Where the sidebar is loaded from. */
    public Builder tagsmithUrl(URI value) {
      tagsmithUrl = value;
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

    /** Names of the limit headers as of 2023. */
    public Builder oldHeaderSpelling(boolean value) {
      oldHeaderSpelling = value;
      return this;
    }

    /** Keeps the app's key and what people changed. */
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
          exportFile,
          subdomain,
          email,
          apiToken,
          appId,
          tagsmithUrl,
          clock,
          rateLimits,
          oldHeaderSpelling,
          keyFolder,
          activityPerMinute);
    }
  }
}
