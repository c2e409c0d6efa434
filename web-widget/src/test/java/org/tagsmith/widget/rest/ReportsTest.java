package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.access.Role;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.RunningWidget;

class ReportsTest extends RunningWidget {
  @Override
  protected Vocabulary vocabulary() {
    return new Vocabulary(
        1,
        List.of(new TagFamily("Upgrade", "purple", Map.of("en", "Upgrade"))),
        List.of(
            tag(1, "label_1", false, null),
            tag(2, "=HYPERLINK(\"//evil.example\",\"label_2\")", false, null)),
        List.of(new Alias("label_2", 2)),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void a_report_without_days_ends_on_the_newest_day_with_a_contact() {
    JsonNode report = ask("contacts").json();

    assertThat(report.path("to").asText()).isEqualTo("2026-01-01");
    assertThat(report.path("from").asText()).isEqualTo("2025-12-05");
    assertThat(report.path("contacts").asLong()).isEqualTo(30);
    assertThat(report.path("days")).hasSize(28);
  }

  @Test
  void a_report_with_one_day_takes_four_weeks_from_there() {
    JsonNode from = ask("contacts?from=2026-01-01").json();
    JsonNode to = ask("contacts?to=2026-01-01").json();

    assertThat(from.path("to").asText()).isEqualTo("2026-01-28");
    assertThat(to.path("from").asText()).isEqualTo("2025-12-05");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "2026-02-30",
        "2026-1-1",
        "01.01.2026",
        "2026-01-01T00:00:00Z",
        "20260101",
        "2026-W01",
        "%F0%9F%92%B3",
        "-999999999-01-01",
        "%2B999999999-12-31",
        "%2B10000-01-01",
        "-0001-01-01"
      })
  void a_day_that_is_no_day_of_ours_is_refused_with_the_form_that_is_read(String day) {
    assertThat(ask("contacts?from=" + day).refuses(400, "bad-day"))
        .contains("'from'")
        .contains("such as 2026-11-24");
    assertThat(ask("contacts?to=" + day).refuses(400, "bad-day")).contains("'to'");
    ask("contacts.csv?from=2026-01-01&to=" + day).refuses(400, "bad-day");
  }

  @ParameterizedTest
  @CsvSource({
    "from=2026-01-02&to=2026-01-01, from-after-to, Swap the two days",
    "from=1899-12-31&to=1900-01-01, out-of-range, Check the year",
    "from=9999-12-31, out-of-range, Check the year",
    "to=0001-01-01, out-of-range, Check the year",
    "from=0000-01-01&to=0000-01-02, out-of-range, Check the year",
    "from=2020-01-01&to=2025-01-01, too-long, End it on 2024-12-31"
  })
  void days_that_make_no_period_are_refused_with_the_remedy(
      String days, String code, String remedy) {
    assertThat(ask("contacts?" + days).refuses(400, code)).contains(remedy);
    ask("contacts.csv?" + days).refuses(400, code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "0", "-1", "1.5", "1234567890", "%EF%BC%91", "1,2", "1%20or%201=1"})
  void an_account_that_is_no_number_is_refused(String account) {
    for (String report : new String[] {"contacts", "contacts.csv", "unmapped-labels"}) {
      assertThat(ask(report + "?account=" + account).refuses(400, "bad-account"))
          .contains("GET /api/accounts lists all");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1001", "-1", "x", "", "1e3", "99999999999"})
  void a_limit_out_of_bounds_is_refused_with_the_bounds(String limit) {
    assertThat(ask("unmapped-labels?limit=" + limit).refuses(400, "bad-limit"))
        .contains("from 1 to 1000");
  }

  @Test
  void an_account_that_is_not_connected_has_no_contacts() {
    assertThat(ask("contacts?account=99").json().path("contacts").asLong()).isZero();
    assertThat(ask("unmapped-labels?account=99").json().path("total").asLong()).isZero();
  }

  @Test
  void the_busiest_unmapped_labels_come_first_and_no_more_than_asked_for() {
    JsonNode two = ask("unmapped-labels?limit=2").json();

    assertThat(two.path("labels")).hasSize(2);
    assertThat(two.at("/labels/0/label").asText()).isEqualTo("urgent");
    assertThat(two.path("total").asLong()).isGreaterThan(2);
  }

  @Test
  void the_spreadsheet_is_a_file_whose_cells_run_no_formula() {
    Answer file = ask("contacts.csv?from=2026-01-01&to=2026-01-02");

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
    assertThat(file.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"contacts-2026-01-01-2026-01-02.csv\"");
    assertThat(file.body().lines())
        .contains("\uFEFFhouse tag,reason codes,contacts,contacts before,2026-01-01,2026-01-02")
        .anyMatch(line -> line.matches("label_1,,\\d+,0,\\d+,0"))
        .anyMatch(
            line -> line.startsWith("\"'=HYPERLINK(\"\"//evil.example\"\",\"\"label_2\"\")\",,"));
  }

  private Answer ask(String report) {
    return console(Role.LEAD).get("api/reports/" + report);
  }
}
