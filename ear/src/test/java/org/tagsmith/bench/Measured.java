package org.tagsmith.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What was measured, and what it is held to.
 *
 * @param unit of value and floor
 * @param value the figure, made from {@code samples} as the limits say: a median or a p95 or p99
 * @param floor the same of the floor; empty if there is none
 * @param ratio how many floors the value takes: 2 is twice as slow, 0.01 a hundred times as fast
 * @param limits what must hold
 * @param samples all repetitions, sorted
 * @param floorSamples all repetitions of the floor, sorted
 */
record Measured(
    String name,
    String unit,
    double value,
    OptionalDouble floor,
    OptionalDouble ratio,
    List<Limit> limits,
    List<Double> samples,
    List<Double> floorSamples) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final int MOST_SAMPLES = 101;

  /**
   * A bound on a figure.
   *
   * @param text such as {@code ratio at most 3}
   */
  record Limit(String text, boolean kept) {
    static Limit atMost(String what, double figure, double bound) {
      return new Limit(what + " at most " + plain(bound), figure <= bound);
    }

    static Limit atLeast(String what, double figure, double bound) {
      return new Limit(what + " at least " + plain(bound), figure >= bound);
    }
  }

  boolean ok() {
    return limits.stream().allMatch(Limit::kept);
  }

  String limit() {
    return limits.stream().map(Limit::text).collect(Collectors.joining(", "));
  }

  /** Leaves {@code <name>.json} in the folder. */
  void write(Path folder) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", name);
    fields.put("unit", unit);
    fields.put("value", value);
    fields.put("floor", floor.isPresent() ? floor.getAsDouble() : null);
    fields.put("ratio", ratio.isPresent() ? ratio.getAsDouble() : null);
    fields.put("limit", limit());
    fields.put("ok", ok());
    fields.put("machine", Machine.described());
    fields.put("samples", few(samples));
    fields.put("floorSamples", few(floorSamples));
    Files.createDirectories(folder);
    JSON.writeValue(folder.resolve(name + ".json").toFile(), fields);
  }

  /** A line for the terminal. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%-14s %10s %-10s floor %-10s ratio %-8s %s (%s)",
        name,
        plain(value),
        unit,
        floor.isPresent() ? plain(floor.getAsDouble()) : "-",
        ratio.isPresent() ? plain(ratio.getAsDouble()) : "-",
        ok() ? "ok" : "MISSED",
        limit());
  }

  static List<Double> sorted(double[] samples) {
    return Arrays.stream(samples).sorted().boxed().toList();
  }

  /** Three digits that matter, no more. */
  private static String plain(double figure) {
    double size = Math.abs(figure);
    String format = size >= 100 ? "%.0f" : size >= 1 ? "%.2f" : "%.4f";
    return String.format(Locale.ROOT, format, figure).replaceAll("\\.0+$", "");
  }

  /** The spread without thousands of lines: least, most and the steps between. */
  private static List<Double> few(List<Double> sorted) {
    if (sorted.size() <= MOST_SAMPLES) {
      return sorted;
    }
    List<Double> chosen = new ArrayList<>();
    for (int i = 0; i < MOST_SAMPLES; i++) {
      chosen.add(sorted.get((int) ((long) i * (sorted.size() - 1) / (MOST_SAMPLES - 1))));
    }
    return chosen;
  }
}
