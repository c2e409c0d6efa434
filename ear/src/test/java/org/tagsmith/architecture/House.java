package org.tagsmith.architecture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where the rooms lie. Every rule asks here for its packages, so that the same rule runs over the
 * product and over the house that is broken on purpose.
 *
 * @param root the package that holds the rooms
 */
record House(String root) {
  static final House PRODUCT = new House("org.tagsmith");
  static final House BROKEN = new House("org.tagsmith.architecture.broken");

  /** Which features a feature may import: those to its left on the line. */
  static final Map<String, Set<String>> MAP =
      Map.ofEntries(
          Map.entry("shared", Set.of()),
          Map.entry("vocabulary", Set.of("shared")),
          Map.entry("customer", Set.of("shared", "vocabulary")),
          Map.entry("ticket", Set.of("shared", "vocabulary", "customer")),
          Map.entry("disposition", Set.of("shared", "vocabulary", "customer", "ticket")),
          Map.entry("report", Set.of("shared", "vocabulary", "customer", "ticket", "disposition")),
          Map.entry(
              "governance",
              Set.of("shared", "vocabulary", "customer", "ticket", "disposition", "report")),
          Map.entry("sync", Set.of("shared", "vocabulary", "customer", "ticket")),
          Map.entry(
              "audit",
              Set.of("shared", "vocabulary", "customer", "ticket", "disposition", "report")),
          Map.entry("access", Set.of("shared")),
          Map.entry("schema", Set.of()));

  /** Features that hold the database or its pool and therefore no model. */
  private static final Set<String> WITHOUT_MODEL = Set.of("schema");

  String domain() {
    return root + ".domain..";
  }

  String connectors() {
    return root + ".connector..";
  }

  String wire() {
    return root + ".connector.*.wire..";
  }

  String widget() {
    return root + ".widget..";
  }

  String resources() {
    return root + ".widget.rest..";
  }

  String launcher() {
    return root + ".launch..";
  }

  String sandbox() {
    return root + ".sandbox..";
  }

  String useCases() {
    return root + ".domain.*.usecase..";
  }

  String persistence() {
    return root + ".domain.*.persistence..";
  }

  String schema() {
    return root + ".domain.schema..";
  }

  /** The rooms that are shipped. */
  String[] product() {
    return new String[] {domain(), connectors(), widget()};
  }

  /** The packages of the model: the features themselves, without what lies inside them. */
  String[] model() {
    return MAP.keySet().stream()
        .filter(feature -> !WITHOUT_MODEL.contains(feature))
        .map(this::feature)
        .toArray(String[]::new);
  }

  /** What a connector may see of the domain: the ports and the words they speak. */
  String[] ports() {
    return Stream.of("shared", "vocabulary", "customer", "ticket", "sync", "sync.http")
        .map(this::feature)
        .toArray(String[]::new);
  }

  String feature(String name) {
    return root + ".domain." + name;
  }

  /**
   * The feature that a package belongs to.
   *
   * @return its name, or the empty text if the package lies outside the domain's features
   */
  String featureOf(String packageName) {
    String features = root + ".domain.";
    if (!packageName.startsWith(features)) {
      return "";
    }
    String inside = packageName.substring(features.length());
    int end = inside.indexOf('.');
    return end < 0 ? inside : inside.substring(0, end);
  }

  /** Every package pattern that a rule may name. */
  Set<String> everyPattern() {
    Set<String> patterns = new TreeSet<>();
    patterns.addAll(List.of(product()));
    patterns.addAll(List.of(model()));
    patterns.addAll(List.of(ports()));
    MAP.keySet().forEach(feature -> patterns.add(feature(feature)));
    patterns.addAll(
        List.of(wire(), resources(), launcher(), sandbox(), useCases(), persistence(), schema()));
    return patterns;
  }
}
