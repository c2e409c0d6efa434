package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.access.Role;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.Client;
import org.tagsmith.widget.RunningWidget;

/** Leads take the vocabulary out as a file and bring it back over HTTP. */
class VocabularyFileTest extends RunningWidget {
  private Client lead;

  @BeforeEach
  void signIn() {
    lead = console(Role.LEAD);
    clock.pass(Duration.ofMinutes(1));
  }

  @Test
  void an_export_comes_as_a_file_and_changes_nothing_when_it_comes_back() {
    int version = version();
    for (String format : new String[] {"yaml", "csv"}) {
      Answer export = lead.get("api/vocabulary/file?format=" + format);

      assertThat(export.header("Content-Disposition"))
          .contains("attachment; filename=\"vocabulary-v" + version + "." + format + "\"");
      JsonNode check = send("/check?missing=retire&format=" + format, format, export.body()).json();
      assertThat(check.path("problems")).isEmpty();
      assertThat(check.path("preview").path("differences")).isEmpty();
      assertThat(check.path("madeFrom").asInt()).isEqualTo(version);
      assertThat(check.path("lint").path("count").asInt()).isPositive();
    }
    assertThat(version()).isEqualTo(version);
  }

  @Test
  void a_checked_file_shows_what_it_would_do_and_is_published_as_one_version() {
    String file = "kind,name,aliases\ntag,Upgrade_Limit,limit up | 提額\n";

    JsonNode check = send("/check?format=csv", "csv", file).json();

    int seen = check.path("version").asInt();
    assertThat(check.path("preview").path("differences").findValuesAsText("kind"))
        .contains("ALIAS");
    assertThat(version()).isEqualTo(seen);
    JsonNode published =
        send("?format=csv&note=from%20the%20sheet&base=" + seen, "csv", file).json();
    assertThat(published.path("version").asInt()).isEqualTo(seen + 1);
    assertThat(published.path("note").asText()).isEqualTo("from the sheet");
    assertThat(lead.get("api/vocabulary").body()).contains("limit up", "提額");
  }

  @Test
  void wrong_lines_are_told_with_number_field_and_reason_and_nothing_is_published() {
    int before = version();
    String file = "kind,name,family\ntag,Upgrade_Fine,Upgrade\ntag,Upgrade_New,Nowhere\n";

    JsonNode check = send("/check?format=csv", "csv", file).json();
    Answer refused = send("?format=csv&base=" + before, "csv", file);

    assertThat(check.path("problemCount").asInt()).isEqualTo(1);
    assertThat(check.path("problems").get(0).path("line").asInt()).isEqualTo(3);
    assertThat(check.path("problems").get(0).path("field").asText()).isEqualTo("family");
    assertThat(check.path("problems").get(0).path("code").asText()).isEqualTo("unknown-family");
    assertThat(check.path("preview").isNull()).isTrue();
    refused.refuses(409, "file-refused");
    assertThat(refused.json().path("problems").get(0).path("line").asInt()).isEqualTo(3);
    assertThat(version()).isEqualTo(before);
  }

  @Test
  void a_file_does_not_silently_overwrite_what_others_published_since_its_export() {
    String export = lead.get("api/vocabulary/file?format=yaml").body();
    int seen = version();
    lead.post(
            "api/vocabulary/changes",
            """
            {"base":%d,"changes":[{"do":"place-label","label":"since then","tagId":1}]}"""
                .formatted(seen))
        .json();

    JsonNode check = send("/check?format=yaml", "yaml", export).json();

    assertThat(check.path("overwritten").findValuesAsText("key")).containsExactly("since then");
    send("?format=yaml", "yaml", export).refuses(409, "changed-meanwhile");
    send("?format=yaml&base=" + check.path("version").asInt(), "yaml", export).json();
    assertThat(lead.get("api/vocabulary").body()).doesNotContain("since then");
  }

  @Test
  void a_file_of_a_large_vocabulary_fits_where_other_bodies_must_be_small() {
    String large = "# " + "x".repeat(1024 * 1024) + "\nformat: 1\nfamilies: []\n";

    send("/check?format=yaml", "yaml", large).json();
    send("/check?format=yaml", "yaml", "#".repeat(8 * 1024 * 1024 + 1))
        .refuses(413, "body-too-large");
    lead.post("api/vocabulary/changes", large).refuses(413, "body-too-large");
  }

  @Test
  void of_very_many_differences_the_first_thousand_are_told_and_all_are_counted() {
    String aliases =
        IntStream.range(0, 1_200)
            .mapToObj(each -> "zq" + each + "x")
            .collect(Collectors.joining(" | "));

    JsonNode preview =
        send("/check?format=csv", "csv", "kind,name,aliases\ntag,Upgrade_Limit," + aliases + "\n")
            .json()
            .path("preview");

    assertThat(preview.path("differenceCount").asInt()).isGreaterThanOrEqualTo(1_200);
    assertThat(preview.path("differences")).hasSize(1_000);
  }

  @Test
  void what_is_asked_otherwise_is_refused_in_words() {
    send("/check?format=xls", "csv", "x").refuses(400, "unknown-file-format");
    send("/check?format=csv&missing=delete", "csv", "x").refuses(400, "unknown-missing");
    send("?format=csv&base=first", "csv", "x").refuses(400, "bad-number");
    lead.get("api/vocabulary/file").refuses(400, "unknown-file-format");
  }

  @Test
  void names_that_break_the_rules_are_let_in_from_a_file_and_listed_with_their_lines() {
    String file = "kind,name,family\ntag,Upgrade_Fine,Upgrade\ntag,=1+1,Upgrade\n";

    JsonNode check = send("/check?format=csv", "csv", file).json();

    assertThat(check.path("problems")).isEmpty();
    JsonNode found = null;
    for (JsonNode each : check.at("/lint/findings")) {
      found = each.path("name").asText().equals("=1+1") && found == null ? each : found;
    }
    assertThat(found.path("rule").asText()).isEqualTo("breaks-rules");
    assertThat(found.path("severity").asText()).isEqualTo("warning");
    assertThat(found.path("line").asInt()).isEqualTo(3);
    assertThat(found.path("reason").asText())
        .isEqualTo("The name breaks the naming rules of the house.");
    assertThat(lead.get("api/vocabulary/lint").json().at("/findings/0/line").isNull()).isTrue();
  }

  @Test
  void a_file_cannot_set_aside_what_the_console_would_not() {
    int before = version();
    String file = "kind,name\nmachine-prefix,l\nmachine-prefix,_\nmachine-prefix,label_\n";

    JsonNode check = send("/check?format=csv", "csv", file).json();

    assertThat(check.path("problems").findValuesAsText("code"))
        .containsExactly("prefix-too-short", "prefix-too-short");
    assertThat(check.at("/problems/0/line").asInt()).isEqualTo(2);
    assertThat(check.at("/problems/0/fields/count").asInt()).isEqualTo(7);
    assertThat(check.at("/problems/0/message").asText())
        .isEqualTo("The prefix 'l' would set aside 7 labels. Write two letters or more.");
    send("?format=csv&base=" + before, "csv", file).refuses(409, "file-refused");
    assertThat(version()).isEqualTo(before);
  }

  @Test
  void the_linter_names_thing_reason_and_remedy() {
    JsonNode report = lead.get("api/vocabulary/lint").json();

    JsonNode first = report.path("findings").get(0);
    assertThat(report.path("count").asInt()).isPositive();
    assertThat(first.path("severity").asText()).isIn("error", "warning", "hint");
    assertThat(first.path("name").asText()).isNotEmpty();
    assertThat(first.path("reason").asText()).isNotEmpty();
    assertThat(first.path("remedy").asText()).isNotEmpty();
  }

  private int version() {
    return lead.get("api/vocabulary").json().path("version").asInt();
  }

  private Answer send(String path, String format, String body) {
    return lead.with("Content-Type", format.equals("csv") ? "text/csv" : "application/yaml")
        .send("POST", "api/vocabulary/file" + path, BodyPublishers.ofString(body));
  }
}
