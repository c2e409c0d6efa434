package org.tagsmith.widget.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.report.ContactReport;
import org.tagsmith.domain.report.DayLine;
import org.tagsmith.domain.report.TagLine;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.Vocabulary;

class ContactCsvTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  @Test
  void a_row_holds_the_tag_its_live_codes_and_its_contacts() {
    assertThat(rows("升級_信用卡"))
        .containsExactly(
            "\uFEFFhouse tag,reason codes,contacts,contacts before,2026-03-01",
            "升級_信用卡,17 20,3,2,3",
            "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "=cmd|' /C calc'!A0", "＝1", "－1"})
  void a_text_that_a_spreadsheet_would_run_is_shown_instead(String name) {
    assertThat(rows(name)[1]).startsWith("'" + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1\n", "=1\n+1", "@x\r\ny", "\rx", "\n=1", "-1\u2028x"})
  void a_text_that_would_run_does_not_run_for_a_line_break_in_it(String name) {
    assertThat(csv(name)).containsAnyOf(",2026-03-01\r\n\"'" + name, ",2026-03-01\r\n'" + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "say \"hi\"", "a\nb", "a\r\nb", "\"", ",", "\u2028,"})
  void a_text_with_a_comma_a_quote_or_a_line_break_stays_one_cell(String name) {
    assertThat(csv(name))
        .contains(",2026-03-01\r\n\"" + name.replace("\"", "\"\"") + "\",17 20,3,2,3\r\n");
  }

  private static String[] rows(String name) {
    return csv(name).split("\r\n", -1);
  }

  private static String csv(String name) {
    Vocabulary vocabulary =
        new Vocabulary(
            1,
            List.of(),
            List.of(new HouseTag(5, name, "x", Map.of(), "", List.of(), false, null)),
            List.of(),
            List.of(),
            List.of(code(17, false), code(18, true), code(20, false)),
            List.of(),
            List.of());
    ContactReport report =
        new ContactReport(
            1,
            DAY,
            DAY,
            3,
            3,
            3,
            List.of(new TagLine(5, 3, 2, new long[] {3})),
            List.of(new DayLine(DAY, 3, 3)),
            2);
    return new String(ContactCsv.of(report, vocabulary), StandardCharsets.UTF_8);
  }

  private static ReasonCode code(int number, boolean retired) {
    return new ReasonCode(number, 5, Map.of(), List.of(), "Cards", retired, null);
  }
}
