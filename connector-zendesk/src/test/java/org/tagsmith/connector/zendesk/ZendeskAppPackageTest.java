package org.tagsmith.connector.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What Zendesk's own checker asks of an app's zip, by its manifest reference. */
class ZendeskAppPackageTest {
  private static final URI TAGSMITH = URI.create("https://tags.bank.example/");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ZendeskAppPackage app = new ZendeskAppPackage();

  @Test
  void the_manifest_leads_to_this_tagsmith_and_asks_for_signed_urls() throws IOException {
    JsonNode manifest = JSON.readTree(files().get("manifest.json"));

    assertThat(manifest.at("/location/support/ticket_sidebar/url").asText())
        .isEqualTo("https://tags.bank.example/sidebar/zendesk");
    assertThat(manifest.path("signedUrls").asBoolean()).isTrue();
    assertThat(manifest.path("private").asBoolean()).isTrue();
    assertThat(manifest.path("frameworkVersion").asText()).isEqualTo("2.0");
    assertThat(manifest.at("/author/email").asText()).isEqualTo("tagsmith@tags.bank.example");
    assertThat(manifest.toString()).doesNotContain("tagsmith.example");
  }

  @Test
  void each_language_names_the_app_and_the_default_one_is_among_them() throws IOException {
    Map<String, byte[]> files = files();
    String byDefault = JSON.readTree(files.get("manifest.json")).path("defaultLocale").asText();

    assertThat(files).containsKey("translations/" + byDefault + ".json");
    for (String language : new String[] {"en", "zh-tw", "zh-cn"}) {
      JsonNode words = JSON.readTree(files.get("translations/" + language + ".json"));
      assertThat(words.at("/app/name").asText()).isEqualTo("Tagsmith");
      assertThat(words.at("/app/short_description").asText()).isNotBlank();
      assertThat(words.at("/app/long_description").asText()).isNotBlank();
    }
  }

  @Test
  void the_pictures_have_the_sizes_that_zendesk_asks_for() throws IOException {
    assertThat(side("assets/logo.png")).isEqualTo(320);
    assertThat(side("assets/logo-small.png")).isEqualTo(128);
  }

  @Test
  void the_same_address_gives_the_same_bytes() {
    assertThat(app.zip(TAGSMITH)).isEqualTo(app.zip(TAGSMITH));
    assertThat(app.connector()).isEqualTo(ZendeskConnector.ID);
  }

  private int side(String file) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(files().get(file)));
    assertThat(picture.getHeight()).isEqualTo(picture.getWidth());
    return picture.getWidth();
  }

  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(app.zip(TAGSMITH)), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }
}
