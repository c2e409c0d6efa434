package org.tagsmith.sandbox.freshdesk.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An app's package as FDK makes it, read once. Immutable. */
public final class AppPackage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CLIENT = "{{{appclient}}}";

  private final String page;
  private final Map<String, byte[]> files;
  private final JsonNode templates;
  private final Map<String, String> parameters;
  private final JsonNode declared;

  private AppPackage(
      String page,
      Map<String, byte[]> files,
      JsonNode templates,
      Map<String, String> parameters,
      JsonNode declared) {
    this.page = page;
    this.files = files;
    this.templates = templates;
    this.parameters = Map.copyOf(parameters);
    this.declared = declared;
  }

  /**
   * Reads a package.
   *
   * @param parameters what an administrator filled in when installing the app
   * @param client the address of the client script
   * @throws IOException if it cannot be read, has no sidebar, or names a template in only one of
   *     the two places
   */
  public static AppPackage read(Path folder, Map<String, String> parameters, String client)
      throws IOException {
    JsonNode manifest = JSON.readTree(folder.resolve("manifest.json").toFile());
    JsonNode modules = manifest.path("modules");
    boolean older = modules.isMissingNode();
    JsonNode home = older ? manifest.at("/product/freshdesk") : modules.path("support_ticket");
    JsonNode listed = older ? home.path("requests") : modules.at("/common/requests");
    String page = home.at("/location/ticket_sidebar/url").asText("");
    if (page.isEmpty()) {
      throw new IOException(folder + " has no page for the ticket's sidebar in its manifest.json");
    }
    JsonNode templates = config(folder, "requests.json");
    for (JsonNode side : List.of(listed, templates)) {
      for (var names = side.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        if (!listed.has(name) || !templates.has(name)) {
          throw new IOException(
              "The template " + name + " must be in both manifest.json and config/requests.json");
        }
      }
    }
    return new AppPackage(
        page,
        pages(folder.resolve("app"), client),
        templates,
        parameters,
        config(folder, "iparams.json"));
  }

  private static JsonNode config(Path folder, String name) throws IOException {
    Path file = folder.resolve("config").resolve(name);
    return Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode();
  }

  private static Map<String, byte[]> pages(Path folder, String client) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        byte[] content = Files.readAllBytes(file);
        files.put(
            name,
            name.endsWith(".html")
                ? new String(content, StandardCharsets.UTF_8)
                    .replace(CLIENT, client)
                    .getBytes(StandardCharsets.UTF_8)
                : content);
      }
    }
    return files;
  }

  /** The sidebar's page among the files. */
  String page() {
    return page;
  }

  /** Every file that browsers may load, by its path below {@code app}. */
  Map<String, byte[]> files() {
    return files;
  }

  /** The schema of a request template. */
  Optional<JsonNode> template(String name) {
    return Optional.ofNullable(templates.get(name)).map(template -> template.path("schema"));
  }

  /** What was filled in for a parameter, secure ones included; empty if nothing. */
  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** The parameters that browsers may see. */
  Map<String, String> openParameters() {
    Map<String, String> open = new LinkedHashMap<>(parameters);
    open.keySet().removeIf(name -> declared.path(name).path("secure").asBoolean(false));
    return open;
  }
}
