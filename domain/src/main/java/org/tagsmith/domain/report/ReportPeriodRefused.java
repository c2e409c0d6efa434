package org.tagsmith.domain.report;

/** No report can be drawn for these days; the message says why and what to ask instead. */
public final class ReportPeriodRefused extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  ReportPeriodRefused(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** A stable word: {@code from-after-to}, {@code out-of-range} or {@code too-long}. */
  public String reason() {
    return reason;
  }
}
