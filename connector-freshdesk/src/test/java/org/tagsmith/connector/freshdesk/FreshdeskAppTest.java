package org.tagsmith.connector.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/**
 * The package that a Freshdesk admin installs, against what FDK would check: FDK itself is not to
 * be had from Maven. Manifest 3.0, https://developers.freshworks.com/docs/app-sdk/v3.0/
 */
class FreshdeskAppTest {
  private static final Path APP = Path.of("src", "main", "freshdesk-app");

  @Test
  void the_manifest_names_a_page_an_icon_and_each_template() throws IOException {
    JsonNode manifest = json("manifest.json");
    JsonNode sidebar = manifest.at("/modules/support_ticket/location/ticket_sidebar");

    assertThat(manifest.path("platform-version").asText()).isEqualTo("3.0");
    assertThat(APP.resolve("app").resolve(sidebar.path("url").asText())).isRegularFile();
    assertThat(APP.resolve("app").resolve(sidebar.path("icon").asText())).isRegularFile();
    assertThat(manifest.at("/modules/common/requests").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(() -> json("config/requests.json").fieldNames());
    assertThat(manifest.at("/engines/node").asText()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(manifest.at("/engines/fdk").asText()).matches("\\d+\\.\\d+\\.\\d+");
  }

  @Test
  void the_package_for_an_admin_holds_every_file_as_it_is() throws IOException {
    Map<String, String> packed = new TreeMap<>();
    byte[] bytes = new FreshdeskAppPackage().zip(URI.create("https://tags.bank.example/"));
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        packed.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }

    Map<String, String> folder = new TreeMap<>();
    try (Stream<Path> files = Files.walk(APP)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        folder.put(APP.relativize(file).toString(), Files.readString(file));
      }
    }
    assertThat(packed).isEqualTo(folder);
  }

  @Test
  void the_secret_is_asked_for_as_a_secret_and_goes_over_tls_to_one_host() {
    JsonNode parameters = json("config/iparams.json");
    JsonNode schema = json("config/requests.json").at("/sidebarToken/schema");

    assertThat(parameters.at("/app_secret/secure").asBoolean()).isTrue();
    assertThat(parameters.at("/tagsmith_host/secure").asBoolean()).isFalse();
    assertThat(schema.path("protocol").asText()).isEqualTo("https");
    assertThat(schema.path("host").asText()).isEqualTo("<%= iparam.tagsmith_host %>");
    assertThat(schema.path("path").asText()).isEqualTo("/api/sidebar/tokens/freshdesk");
    assertThat(schema.at("/headers/Authorization").asText())
        .isEqualTo("Bearer <%= iparam.app_secret %>");
    assertThat(json("config/requests.json").at("/sidebarToken/options/maxAttempts").asInt())
        .isBetween(1, 5);
  }

  @Test
  void the_page_loads_the_client_and_its_own_files_only_and_never_sees_the_secret()
      throws IOException {
    String page = Files.readString(APP.resolve("app/index.html"));
    String script = Files.readString(APP.resolve("app/app.js"));

    assertThat(page)
        .contains("<script src=\"{{{appclient}}}\"></script>")
        .doesNotContainPattern("(src|href)=\"(https?:)?//")
        .doesNotContainPattern("\\s(style|on[a-z]+)=")
        .doesNotContain("<style");
    assertThat(script)
        .contains("'sidebarToken'")
        .doesNotContain("app_secret", "innerHTML", "postMessage(message, '*'", "eval(");
  }

  private static JsonNode json(String file) {
    try {
      return new ObjectMapper().readTree(APP.resolve(file).toFile());
    } catch (IOException e) {
      throw new AssertionError(file + " is no JSON", e);
    }
  }
}
