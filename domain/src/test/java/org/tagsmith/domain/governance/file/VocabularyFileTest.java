package org.tagsmith.domain.governance.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tagsmith.domain.governance.PrefixReach;
import org.tagsmith.domain.governance.VocabularyHistory;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;

/** A vocabulary as a file: nothing is lost, and whatever is wrong is named by its line. */
class VocabularyFileTest {
  private static final Vocabulary HOUSE =
      new Vocabulary(
          4,
          List.of(new TagFamily("Upgrade", "purple", Map.of("en", "Upgrade"))),
          List.of(
              tag(1, "Upgrade_Card", "卡片升級"),
              tag(2, "Upgrade_Limit", "提高額度"),
              tag(3, "Upgrade_Old", "舊升級").retiredFor(1)),
          List.of(new Alias("cc up", 1), new Alias("=cmd", 1)),
          List.of(),
          List.of(
              new ReasonCode(
                  17, 1, Map.of("en", "A better card"), List.of(), "Cards", false, null)),
          List.of(),
          List.of());

  private static HouseTag tag(int id, String name, String hant) {
    return new HouseTag(id, name, "Upgrade", Map.of("zh-Hant", hant), "", List.of(), false, null);
  }

  @Property(tries = 150)
  void export_and_import_lose_nothing(@ForAll long seed) {
    Vocabulary any = AnyVocabulary.of(seed);
    for (FileFormat format : FileFormat.values()) {
      byte[] file = VocabularyFile.write(any, format);

      FileReading onItself =
          VocabularyFile.read(file, format, any, 100, MissingTags.RETIRE, PrefixReach.UNKNOWN);
      assertThat(onItself.problems()).isEmpty();
      assertThat(onItself.notices()).isEmpty();
      assertThat(onItself.content()).isEqualTo(any);
      assertThat(onItself.madeFrom()).isEqualTo(any.version());

      FileReading onNothing =
          VocabularyFile.read(
              file, format, Vocabulary.empty(), 0, MissingTags.KEEP, PrefixReach.UNKNOWN);
      assertThat(onNothing.problems()).isEmpty();
      assertThat(VocabularyHistory.between(any, onNothing.content())).isEmpty();
      assertThat(onNothing.content().families()).isEqualTo(any.families());
      assertThat(VocabularyFile.write(onNothing.content().numbered(any.version()), format))
          .isEqualTo(file);
    }
  }

  @Property(tries = 100)
  void a_file_of_another_vocabulary_either_becomes_it_or_says_why_not(
      @ForAll long seed, @ForAll long other) {
    Vocabulary base = AnyVocabulary.of(seed);
    Vocabulary wanted = AnyVocabulary.of(other);
    for (FileFormat format : FileFormat.values()) {
      byte[] file = VocabularyFile.write(wanted, format);
      FileReading read =
          VocabularyFile.read(file, format, base, 100, MissingTags.RETIRE, PrefixReach.UNKNOWN);
      assertThat(read.content() == null).isEqualTo(read.problemCount() > 0);
      if (read.content() != null) {
        assertThat(read.content().tags()).hasSizeGreaterThanOrEqualTo(base.tags().size());
      }
    }
  }

  @Property(tries = 200)
  void no_bytes_at_all_make_reading_fail(@ForAll byte[] bytes) {
    for (FileFormat format : FileFormat.values()) {
      FileReading read =
          VocabularyFile.read(bytes, format, HOUSE, 3, MissingTags.KEEP, PrefixReach.UNKNOWN);
      assertThat(read.content() == null).isEqualTo(read.problemCount() > 0);
    }
  }

  @Example
  void no_cell_of_a_csv_can_be_run_by_a_spreadsheet() {
    String csv = text(VocabularyFile.write(HOUSE, FileFormat.CSV));

    assertThat(csv).contains("'=cmd | cc up").doesNotContain(",=cmd");
  }

  @Example
  void a_small_change_is_a_small_difference() {
    String before = text(VocabularyFile.write(HOUSE, FileFormat.YAML));
    Vocabulary later =
        HOUSE.numbered(4).aliases().isEmpty() ? HOUSE : withAlias(new Alias("card up", 1));

    List<String> lines = text(VocabularyFile.write(later, FileFormat.YAML)).lines().toList();

    assertThat(lines).hasSize((int) before.lines().count() + 1).contains("      - card up");
    assertThat(before).contains("    name: Upgrade_Card\n", "      zh-Hant: 卡片升級\n");
  }

  private static Vocabulary withAlias(Alias alias) {
    List<Alias> aliases = new java.util.ArrayList<>(HOUSE.aliases());
    aliases.add(alias);
    return new Vocabulary(
        HOUSE.version(),
        HOUSE.families(),
        HOUSE.tags(),
        aliases,
        HOUSE.abbreviations(),
        HOUSE.reasonCodes(),
        HOUSE.machineLabels(),
        HOUSE.ignoredLabels());
  }

  @Example
  void a_spreadsheet_may_save_with_a_mark_semicolons_and_windows_line_ends() {
    String saved =
        "\uFEFFsep=;\r\nkind;name;aliases\r\ntag;Upgrade_Limit;\"more money | limit; up\"\r\n;;\r\n";

    Vocabulary read = csv(saved).content();

    assertThat(read.aliases())
        .contains(new Alias("more money", 2), new Alias("limit; up", 2), new Alias("cc up", 1));
    assertThat(read.tags()).isEqualTo(HOUSE.tags());
  }

  @Example
  void utf_16_is_read_where_it_says_so() {
    String saved = "\uFEFFkind\tname\tdescription\ntag\tUpgrade_Limit\t額度\n";

    FileReading read =
        VocabularyFile.read(
            saved.getBytes(StandardCharsets.UTF_16LE),
            FileFormat.CSV,
            HOUSE,
            3,
            MissingTags.KEEP,
            PrefixReach.UNKNOWN);

    assertThat(read.content().tags().get(1).description()).isEqualTo("額度");
  }

  @Example
  void a_wrong_encoding_is_refused_with_the_line_of_its_first_byte() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("kind,name\ntag,Upgrade_Limit\ntag,Caf".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("é_Card\n".getBytes(StandardCharsets.ISO_8859_1));

    FileReading read =
        VocabularyFile.read(
            bytes.toByteArray(), FileFormat.CSV, HOUSE, 3, MissingTags.KEEP, PrefixReach.UNKNOWN);

    assertThat(read.problems()).extracting(FileProblem::code).containsExactly("wrong-encoding");
    assertThat(read.problems().get(0).line()).isEqualTo(3);
    assertThat(read.problems().get(0).message())
        .isEqualTo(
            "The file is not in UTF-8: the first byte that is not stands in line 3. Save it as"
                + " UTF-8.");
  }

  @Example
  void a_yaml_file_may_have_a_mark_and_windows_line_ends() {
    FileReading read =
        yaml("\uFEFFformat: 1\r\ntags:\r\n  - name: Upgrade_Limit\r\n    description: Ändern\r\n");

    assertThat(read.content().tags().get(1).description()).isEqualTo("Ändern");
    assertThat(read.lines()).containsExactly(Map.entry(2, 3));
  }

  @Example
  void a_formula_in_a_cell_is_a_text_like_any_other_and_goes_out_again_as_one() {
    String formula = "=HYPERLINK(\"http://evil.example\")";

    Vocabulary read =
        csv("kind,name,aliases\ntag,Upgrade_Limit,\"" + formula.replace("\"", "\"\"") + "\"\n")
            .content();

    assertThat(read.aliases()).contains(new Alias(formula, 2));
    assertThat(text(VocabularyFile.write(read, FileFormat.CSV)))
        .contains("'=HYPERLINK(")
        .doesNotContainPattern("(?m)(^|[,\"])=");
  }

  @Example
  void a_name_that_cannot_be_is_told_with_its_line_and_the_remedy() {
    FileReading read =
        csv(
            """
            kind,name,family
            tag,Upgrade_Lo\u202Est,Upgrade
            tag,"!!!",Upgrade
            tag,%s,Upgrade
            """
                .formatted("x".repeat(41)));

    assertThat(read.problems())
        .extracting(p -> p.line() + " " + p.field() + " " + p.message())
        .containsExactly(
            "2 name The name holds a sign that cannot be seen, or a line break. Type it again.",
            "3 name The name has no letter or digit.",
            "4 name The name must be 40 characters or fewer.");
  }

  @Example
  void every_wrong_line_of_a_csv_is_named_at_once() {
    FileReading read =
        csv(
            """
            kind,id,name,family,hue,retired,successor,aliases,number,tag
            tag,1,Upgrade_Card,Nowhere,,,,,,
            tag,2,Upgrade_Limit,Upgrade,pinkish,perhaps,,"cc up
            and more",,
            tag,two,Upgrade_New,Upgrade,,,,,,
            dance,,,,,,,,,
            code,,,,,,,,0,Nobody
            """);

    assertThat(read.content()).isNull();
    assertThat(read.problems())
        .extracting(p -> p.line() + " " + p.field() + " " + p.code())
        .contains(
            "2 family unknown-family",
            "3 hue unknown-hue",
            "3 retired not-a-flag",
            "5 id not-a-number",
            "6 kind unknown-kind",
            "7 number bad-number",
            "7 tag unknown-tag");
  }

  @Example
  void every_wrong_line_of_a_yaml_is_named_at_once() {
    FileReading read =
        yaml(
            """
            format: 1
            tags:
              - name: Upgrade_Card
                aliases: [提高額度]
                colour: red
              - name: Upgrade_Limit
                family: Nowhere
              - name: Upgrade_Limit
                retired: yes
                successor: Upgrade_Nobody
            """);

    assertThat(read.problems())
        .extracting(p -> p.line() + " " + p.field() + " " + p.code())
        .contains("7 family unknown-family", "8  twice-otherwise");
    assertThat(read.problems())
        .anySatisfy(
            p -> {
              assertThat(p.code()).isEqualTo("clash");
              assertThat(p.line()).isBetween(3, 6);
            });
    assertThat(read.notices()).extracting(FileProblem::code).containsExactly("unknown-field");
  }

  @Example
  void broken_yaml_is_named_by_its_line_and_bombs_do_not_go_off() {
    assertThat(yaml("tags:\n  - name: 'a\n").problems())
        .allSatisfy(p -> assertThat(p.code()).isEqualTo("not-yaml"));
    assertThat(yaml("tags:\n - name: a\n   b: c: d\n").problems().get(0).line()).isEqualTo(3);
    String bomb = "a: &a [x, x]\nb: &b [*a, *a]\ntags: [*b, *b]\n";
    assertThat(yaml(bomb).problems()).extracting(FileProblem::code).contains("not-yaml");
    assertThat(yaml("tags: !!javax.script.ScriptEngineManager []\n").content()).isNull();
    assertThat(yaml("[".repeat(10_000)).problems()).isNotEmpty();
  }

  @Example
  void what_the_file_does_not_hold_is_kept_or_retired_as_asked() {
    String one = "kind,name\ntag,Upgrade_Card\n";

    assertThat(csv(one).content().tags()).isEqualTo(HOUSE.tags());
    Vocabulary retired =
        VocabularyFile.read(
                one.getBytes(StandardCharsets.UTF_8),
                FileFormat.CSV,
                HOUSE,
                3,
                MissingTags.RETIRE,
                PrefixReach.UNKNOWN)
            .content();
    assertThat(retired.tags()).extracting(HouseTag::retired).containsExactly(false, true, true);
    assertThat(retired.reasonCodes()).isEqualTo(HOUSE.reasonCodes());
  }

  @Example
  void an_id_never_returns() {
    String csv = "kind,id,name,family\ntag,%d,Upgrade_New,Upgrade\n";
    int former = 7; // of a tag whose creation was taken back

    Vocabulary read =
        VocabularyFile.read(
                csv.formatted(former).getBytes(StandardCharsets.UTF_8),
                FileFormat.CSV,
                HOUSE,
                9,
                MissingTags.KEEP,
                PrefixReach.UNKNOWN)
            .content();

    assertThat(read.tags().get(3).id()).isEqualTo(10);
  }

  @Example
  void a_tag_is_renamed_by_its_id_and_rows_that_say_the_same_count_once() {
    FileReading read =
        csv(
            """
            kind,id,name
            tag,2,Upgrade_MoreLimit
            tag,2,Upgrade_MoreLimit
            """);

    assertThat(read.content().tags().get(1).name()).isEqualTo("Upgrade_MoreLimit");
    assertThat(read.notices()).extracting(FileProblem::code).containsExactly("same-again");
  }

  @Example
  void a_clash_a_circle_and_a_deep_code_are_named_where_they_are_said() {
    FileReading read =
        csv(
            """
            kind,id,number,name,retired,successor,parent,aliases,tag
            tag,1,,Upgrade_Card,yes,Upgrade_Limit,,cc up,
            tag,2,,Upgrade_Limit,yes,Upgrade_Card,,CC-UP,
            code,,17,,,,18,,Upgrade_Card
            code,,18,,,,17,,Upgrade_Card
            """);

    assertThat(read.problems())
        .extracting(p -> p.line() + " " + p.field() + " " + p.code())
        .contains(
            "2 successor chain",
            "3 successor chain",
            "3 aliases clash",
            "4 parent too-deep",
            "5 parent too-deep");
  }

  @Example
  void a_file_is_refused_what_a_lead_who_types_it_is_refused() {
    String tooLong = "x".repeat(256);
    FileReading read =
        csv(
            """
            kind,name,number,tag,aliases,name:en
            machine-prefix,c,,,,
            machine-prefix,信,,,,
            machine-prefix,_,,,,
            code,,18,Upgrade_Card,,
            code,,19,Upgrade_Card,,!!!
            tag,Upgrade_Limit,,,%s,
            ignored-label," ",,,,
            machine-prefix,%s,,,,
            """
                .formatted(tooLong, tooLong));

    assertThat(read.content()).isNull();
    assertThat(read.problems())
        .extracting(p -> p.line() + " " + p.field() + " " + p.code())
        .containsExactly(
            "2 name prefix-too-short",
            "3 name prefix-too-short",
            "4 name prefix-too-short",
            "5 names no-code-name",
            "6 names no-code-name",
            "7 aliases text-too-long",
            "8 name missing",
            "9 name text-too-long");
    assertThat(read.problems().get(5).message())
        .isEqualTo("'" + "x".repeat(60) + "…' is too long: 255 characters or fewer.");
    assertThat(read.problems().get(5).fields()).containsEntry("longest", 255);
  }

  @Example
  void labels_of_255_characters_pass_and_longer_ones_may_still_be_ignored() {
    String longest = "信".repeat(255);
    String longer = "x".repeat(300);

    Vocabulary read =
        csv("kind,name,aliases\ntag,Upgrade_Limit,%s\nignored-label,%s,\n"
                .formatted(longest, longer))
            .content();

    assertThat(read.aliases()).contains(new Alias(longest, 2));
    assertThat(read.ignoredLabels()).containsExactly(longer);
  }

  @Example
  void what_was_published_before_a_check_was_there_stays_and_comes_back() {
    Vocabulary old =
        new Vocabulary(
            4,
            HOUSE.families(),
            HOUSE.tags(),
            List.of(new Alias("y".repeat(300), 1)),
            List.of(),
            List.of(new ReasonCode(17, 1, Map.of(), List.of(), "", false, null)),
            List.of("c"),
            List.of());

    FileReading read =
        VocabularyFile.read(
            VocabularyFile.write(old, FileFormat.CSV),
            FileFormat.CSV,
            old,
            3,
            MissingTags.RETIRE,
            PrefixReach.UNKNOWN);

    assertThat(read.content()).isEqualTo(old);
  }

  @Example
  void a_prefix_that_takes_most_labels_is_refused_with_the_count_in_its_line() {
    FileReading read =
        VocabularyFile.read(
            "kind,name\nmachine-prefix,intent__\nmachine-prefix,up\n"
                .getBytes(StandardCharsets.UTF_8),
            FileFormat.CSV,
            HOUSE,
            3,
            MissingTags.KEEP,
            prefix ->
                prefix.equals("up")
                    ? new PrefixReach.Reach(310, 443, 40, 120)
                    : new PrefixReach.Reach(400, 443, 0, 120));

    assertThat(read.problems())
        .extracting(p -> p.line() + " " + p.code() + " " + p.message())
        .containsExactly(
            "3 prefix-too-wide The prefix 'up' would set aside 310 of 443 labels, 40 of which mean a"
                + " house tag now. Write a longer one.");
    assertThat(read.problems().get(0).fields())
        .containsEntry("count", 310L)
        .containsEntry("all", 443L)
        .containsEntry("taken", 40L);
  }

  @Example
  void an_id_that_no_tag_has_is_told_where_there_are_tags() {
    FileReading slip = csv("kind,id,name,family\ntag,9999,Upgrade_New,Upgrade\n");

    assertThat(slip.content().tags().get(3).id()).isEqualTo(9999);
    assertThat(slip.notices())
        .extracting(p -> p.line() + " " + p.field() + " " + p.code() + " " + p.message())
        .containsExactly(
            "2 id new-id There is no house tag with the number 9999: this makes a new one.");
    FileReading fresh =
        VocabularyFile.read(
            VocabularyFile.write(HOUSE, FileFormat.YAML),
            FileFormat.YAML,
            Vocabulary.empty(),
            0,
            MissingTags.KEEP,
            PrefixReach.UNKNOWN);
    assertThat(fresh.notices()).isEmpty();
  }

  private static FileReading csv(String text) {
    return VocabularyFile.read(
        text.getBytes(StandardCharsets.UTF_8),
        FileFormat.CSV,
        HOUSE,
        3,
        MissingTags.KEEP,
        PrefixReach.UNKNOWN);
  }

  private static FileReading yaml(String text) {
    return VocabularyFile.read(
        text.getBytes(StandardCharsets.UTF_8),
        FileFormat.YAML,
        HOUSE,
        3,
        MissingTags.KEEP,
        PrefixReach.UNKNOWN);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
