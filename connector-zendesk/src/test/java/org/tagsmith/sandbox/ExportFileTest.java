package org.tagsmith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagsmith.sandbox.zendesk.SandboxSettings;
import org.tagsmith.sandbox.zendesk.SandboxZendesk;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;
import org.tagsmith.sandbox.zendesk.export.ExportUnreadable;
import org.tagsmith.sandbox.zendesk.export.ExportedTickets;

class ExportFileTest {
  private static final long NEWEST = Instant.parse("2026-03-02T10:00:00Z").getEpochSecond();

  @TempDir private Path folder;

  private Path file(String name, String content) throws IOException {
    return file(name, content, StandardCharsets.UTF_8);
  }

  private Path file(String name, String content, Charset charset) throws IOException {
    return Files.write(folder.resolve(name), content.getBytes(charset));
  }

  private static List<SandboxTicket> tickets(Path file) throws IOException {
    ExportedTickets read = ExportedTickets.read(file, NEWEST);
    return IntStream.range(0, read.size()).mapToObj(read::ticket).toList();
  }

  @Test
  void a_csv_of_text_and_category_becomes_tickets_with_subject_and_tag() throws IOException {
    Path file =
        file(
            "messages.csv",
            "text,category\nWhere is my card?,card_arrival\n\"Twice, \"\"declined\"\"\nagain\",Card declined\n");

    ExportedTickets read = ExportedTickets.read(file, NEWEST);

    assertThat(read.described())
        .isEqualTo(
            "2 tickets from messages.csv: text as text, category as tag;"
                + " tickets without a date were spread over the last 90 days");
    SandboxTicket first = read.ticket(0);
    assertThat(first.id()).isEqualTo(1);
    assertThat(first.subject()).isEqualTo("Where is my card?");
    assertThat(first.tags()).containsExactly("card_arrival");
    assertThat(first.status()).isEqualTo("open");
    SandboxTicket second = read.ticket(1);
    assertThat(second.subject()).isEqualTo("Twice, \"declined\"");
    assertThat(second.description()).isEqualTo("Twice, \"declined\"\nagain");
    assertThat(second.tags()).containsExactly("Card_declined");
    assertThat(second.createdAt()).isBetween(first.createdAt(), NEWEST);
    assertThat(second.requesterId()).isNotEqualTo(first.requesterId());
  }

  @Test
  void a_csv_with_more_columns_is_taken_by_their_names_whatever_separates_them()
      throws IOException {
    Path file =
        file(
            "out.csv",
            """
            \uFEFFTicket ID;Subject;Description;Tags;Created at;Requester e-mail;Organization;Status\r
            77;Upgrade;I want gold;"cc_upgrade, VIP 升級_信用卡";2026-01-05 09:30:00;Ann@Example.com;Larkfield;Solved\r
            78;Again;Still waiting;;2026-01-06T09:30:00+08:00;ann@example.com;Larkfield;closed\r
            """);

    ExportedTickets read = ExportedTickets.read(file, NEWEST);

    SandboxTicket first = read.ticket(0);
    assertThat(first.id()).isEqualTo(77);
    assertThat(first.subject()).isEqualTo("Upgrade");
    assertThat(first.description()).isEqualTo("I want gold");
    assertThat(first.tags()).containsExactlyInAnyOrder("cc_upgrade", "VIP", "升級_信用卡");
    assertThat(first.createdAt()).isEqualTo(Instant.parse("2026-01-05T09:30:00Z").getEpochSecond());
    assertThat(first.status()).isEqualTo("solved");
    SandboxTicket second = read.ticket(1);
    assertThat(second.createdAt())
        .isEqualTo(Instant.parse("2026-01-06T01:30:00Z").getEpochSecond());
    assertThat(second.requesterId()).isEqualTo(first.requesterId());
    assertThat(read.organization(first.organizationId()).orElseThrow().name())
        .isEqualTo("Larkfield");
    assertThat(read.described()).doesNotContain("90 days");
  }

  @Test
  void zendesk_json_comes_as_array_envelope_or_lines() throws IOException {
    String one =
        "{\"id\":5,\"subject\":\"S\",\"description\":\"D\",\"status\":\"solved\","
            + "\"tags\":[\"A_b\",\"c,d\"],\"requester_id\":900,\"organization_id\":70,"
            + "\"created_at\":\"2026-01-05T09:30:00Z\",\"updated_at\":\"2026-01-06T09:30:00Z\","
            + "\"generated_timestamp\":1767692000,\"via\":{\"channel\":\"email\"},"
            + "\"custom_fields\":[{\"id\":3,\"value\":\"x\"},{\"id\":4,\"value\":null}]}";
    String two = "{\"id\":4,\"tags\":\"old style tags\",\"requester\":{\"email\":\"a@b.example\"}}";
    String envelope =
        "{\"tickets\":["
            + one
            + ","
            + two
            + "],\"users\":[{\"id\":900,\"name\":\"Ann\"}],"
            + "\"organizations\":[{\"id\":70,\"name\":\"Quay\"}],\"count\":2}";

    for (Path file :
        List.of(
            file("a.json", "[" + one + "," + two + "]"),
            file("b.json", envelope),
            file("c.ndjson", one + "\n" + two + "\n"),
            file("d.txt", one + "\n" + two + "\n"))) {
      List<SandboxTicket> tickets = tickets(file);

      assertThat(tickets).extracting(SandboxTicket::id).containsExactly(4L, 5L);
      assertThat(tickets.get(0).tags()).containsExactly("old", "style", "tags");
      SandboxTicket five = tickets.get(1);
      assertThat(five.tags()).containsExactly("A_b", "c,d");
      assertThat(five.fields()).isEqualTo(Map.of(3L, "x"));
      assertThat(five.channel()).isEqualTo("email");
      assertThat(five.generatedAt()).isEqualTo(1767692000);
      assertThat(five.requesterId()).isEqualTo(900);
    }
    ExportedTickets read = ExportedTickets.read(folder.resolve("b.json"), NEWEST);
    assertThat(read.person(900).orElseThrow().name()).isEqualTo("Ann");
    assertThat(read.organization(70).orElseThrow().name()).isEqualTo("Quay");
  }

  @Test
  void a_file_that_is_not_json_tells_the_line() throws IOException {
    refused(file("x.json", "[\n{\"id\":1},\nnonsense]"), 3, "this is not JSON");
  }

  @Test
  void a_file_that_was_cut_off_tells_the_line() throws IOException {
    refused(file("x.ndjson", "{\"id\":1}\n{\"id\":2,\"sub"), 2, "it was cut off");
    refused(file("y.csv", "text,tag\na,b\n\"c,d\n"), 3, "a quote opens here and is never closed");
    refused(file("z.csv", "text,tag\na,b\nc"), 3, "the row has 1 columns, the first row has 2");
  }

  @Test
  void json_without_tickets_is_refused() throws IOException {
    refused(file("x.json", "[1,2]"), 1, "no ticket");
    refused(file("y.json", "{\"users\":[]}"), 1, "no ticket number");
    refused(file("z.json", "{\"tickets\":[]}"), 0, "it holds no tickets");
  }

  @Test
  void a_csv_without_a_column_of_text_names_the_columns_it_has() throws IOException {
    refused(
        file("x.csv", "when,colour\n1,red\n"),
        1,
        "none of the columns (when, colour) is known to hold what the customer wrote");
  }

  @Test
  void wrong_numbers_and_dates_tell_the_line_but_never_the_text() throws IOException {
    refused(file("x.csv", "id,text\n1,a\nseven,b\n"), 3, "not a whole number above 0");
    refused(
        file("y.csv", "text,date\na,2026-01-01\nb,31/12/2025\n"),
        3,
        "the cell taken as created is not an ISO date");
    assertThatThrownBy(() -> tickets(file("z.csv", "id,text\nMr Smith,secret words\n")))
        .hasMessageNotContainingAny("Smith", "secret");
  }

  @Test
  void another_encoding_is_told_from_the_line_on_which_it_shows() throws IOException {
    refused(
        file("x.csv", "text\nfine\ncaf\u00E9\n", StandardCharsets.ISO_8859_1),
        3,
        "it is not UTF-8 text");
    refused(file("y.csv", "text\nfine\n", StandardCharsets.UTF_16LE), 1, "it holds zero bytes");
    refused(file("z.csv", ""), 0, "it is empty");
    refused(folder.resolve("nowhere.csv"), 0, "there is no such file");
  }

  private static void refused(Path file, long line, String reason) {
    assertThatThrownBy(() -> ExportedTickets.read(file, NEWEST))
        .isInstanceOfSatisfying(
            ExportUnreadable.class, refusal -> assertThat(refusal.line()).isEqualTo(line))
        .hasMessageStartingWith(file + (line > 0 ? ", line " + line + ": " : ": "))
        .hasMessageContaining(reason);
  }

  @Test
  void a_refused_file_starts_no_sandbox() throws IOException {
    Path file = file("x.ndjson", "{\"id\":1}\n{\"id\":2,\"sub");

    assertThatThrownBy(
            () -> SandboxZendesk.start(SandboxSettings.builder().exportFile(file).build()))
        .isInstanceOf(ExportUnreadable.class);
  }

  @Test
  void an_export_is_served_as_the_company_had_it() throws IOException {
    Path file = file("m.csv", "text,category\nWhere is my card?,card_arrival\n");
    try (SandboxZendesk sandbox =
        SandboxZendesk.start(SandboxSettings.builder().exportFile(file).build())) {
      var page =
          new Caller(sandbox)
              .get("/api/v2/incremental/tickets/cursor.json?start_time=0&include=users");

      assertThat(page.at("/tickets/0/subject").asText()).isEqualTo("Where is my card?");
      assertThat(page.at("/tickets/0/tags/0").asText()).isEqualTo("card_arrival");
      assertThat(page.at("/users/0/name").asText()).isEqualTo("Customer of ticket 1");
    }
  }

  @Test
  void ten_thousand_real_messages_come_in_whole() throws IOException {
    Path file = Path.of("../../shared/data/banking77/train.csv");
    assumeTrue(Files.exists(file), "the public banking77 messages are not beside the project");

    List<SandboxTicket> tickets = tickets(file);

    assertThat(tickets).hasSize(10_003).allMatch(t -> t.tags().size() == 1);
    assertThat(tickets.stream().flatMap(t -> t.tags().stream()).distinct()).hasSize(77);
  }
}
