package org.tagsmith.widget.view;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.sync.ConnectionReport;
import org.tagsmith.domain.sync.ConnectionReport.MayWrite;
import org.tagsmith.domain.sync.ConnectionReport.Step;
import org.tagsmith.domain.sync.ConnectionReport.Unusable;
import org.tagsmith.domain.sync.ConnectionReport.Usable;

/**
 * What a test of settings came to, step by step.
 *
 * @param failure null if the account can be read
 */
@Schema(
    name = "ConnectionReport",
    properties = {
      @SchemaProperty(name = "failure", nullable = true),
      @SchemaProperty(name = "tickets", nullable = true),
      @SchemaProperty(name = "callsPerMinute", nullable = true)
    })
public record ConnectionReportView(
    boolean usable, List<Tried> steps, Failure failure, Long tickets, Integer callsPerMinute) {

  public static ConnectionReportView of(ConnectionReport report) {
    return report instanceof Unusable no ? unusable(no) : usable((Usable) report);
  }

  private static ConnectionReportView unusable(Unusable no) {
    List<Tried> steps =
        Arrays.stream(Step.values())
            .map(
                step -> {
                  int order = step.compareTo(no.failed());
                  return new Tried(
                      step.word(), order < 0 ? "passed" : order == 0 ? "failed" : "not-tried");
                })
            .toList();
    return new ConnectionReportView(
        false, steps, new Failure(no.field(), no.reason(), no.message()), null, null);
  }

  private static ConnectionReportView usable(Usable yes) {
    List<Tried> steps =
        Arrays.stream(Step.values())
            .map(
                step ->
                    new Tried(step.word(), step == Step.WRITE ? word(yes.mayWrite()) : "passed"))
            .toList();
    return new ConnectionReportView(
        true,
        steps,
        null,
        yes.tickets().isPresent() ? yes.tickets().getAsLong() : null,
        yes.callsPerMinute().isPresent() ? yes.callsPerMinute().getAsInt() : null);
  }

  private static String word(MayWrite mayWrite) {
    return switch (mayWrite) {
      case YES -> "passed";
      case NO -> "failed";
      case NOT_TOLD -> "not-told";
    };
  }

  /** One step of the test. */
  @Schema(
      name = "ConnectionStep",
      properties = {
        @SchemaProperty(
            name = "step",
            enumeration = {"reached", "key", "read", "write"}),
        @SchemaProperty(
            name = "state",
            enumeration = {"passed", "failed", "not-tried", "not-told"})
      })
  public record Tried(String step, String state) {}

  /** Why the account cannot be read: the field to correct, a stable word, and words. */
  @Schema(name = "ConnectionFailure")
  public record Failure(String field, String code, String detail) {}
}
