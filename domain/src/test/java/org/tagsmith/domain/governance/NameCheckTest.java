package org.tagsmith.domain.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.vocabulary.Abbreviation;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.NamingRules;
import org.tagsmith.domain.vocabulary.NamingRules.NamePattern;
import org.tagsmith.domain.vocabulary.NamingRules.WordCase;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyReader;
import org.tagsmith.domain.vocabulary.usecase.SampleVocabulary;

class NameCheckTest {
  private static final List<TagFamily> FAMILIES =
      List.of(
          family("Upgrade", "升級", "升级"),
          family("NewApplication", "新申請", "新申请"),
          family("Card", "卡片", "卡片"));
  private static final List<Abbreviation> ABBREVIATIONS =
      List.of(
          new Abbreviation("cc", "CreditCard"),
          new Abbreviation("ping", "pong"),
          new Abbreviation("pong", "ping"),
          new Abbreviation("信用卡", "CreditCard"));
  private static final NamingRules RULES =
      new NamingRules(
          "_",
          WordCase.CAPITALIZED,
          true,
          2,
          4,
          40,
          16,
          List.of("misc", "to do"),
          List.of(new NamePattern("(?i).*(19|20)\\d\\d.*", true, Map.of("en", "No years."))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Upgrade_CreditCard | ",
        "Upgrade_API | ",
        "升級_信用卡 | ",
        "Upgrade_3dSecure | ",
        "upgrade_creditcard | family case",
        "Upgrade_creditCard | case",
        "CreditCard | family segments",
        "Loan_CreditCard | family",
        "Upgrade-CreditCard | family separator segments",
        "Upgrade__CreditCard | separator",
        "Upgrade_Credit Card | separator",
        "Upgrade_CC | abbreviations",
        "Upgrade_Ping | ",
        "Upgrade_Misc | forbidden",
        "Upgrade_ToDo_Now | forbidden",
        "Upgrade_A_B_C_D | segments",
        "Upgrade_Card2026 | pattern",
        "Upgrade_Сard | characters",
        "Upgrade_Card\uD83D\uDE00 | characters",
        "Upgrade_Ｃard | characters",
        "Upgrade_'Card' | characters",
        "Upgrade_VeryLongWordsThatNobodyEverReadsToTheEnd | length",
        "升級_信用卡很長的名稱沒有人會讀完它 | length"
      })
  void a_name_is_told_which_rules_it_breaks(String name, String broken) {
    assertThat(check(RULES).check(name, null).broken())
        .containsExactlyInAnyOrder(broken == null ? new String[0] : broken.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "upgrade credit card | | Upgrade_CreditCard",
        "UPGRADE-CREDIT-CARD | | Upgrade_CreditCard",
        "credit card upgrade | Upgrade | Upgrade_CreditCard",
        "credit card | Upgrade | Upgrade_CreditCard",
        "Loan_CreditCard | Upgrade | Upgrade_Loan_CreditCard",
        "new application cc | | NewApplication_CreditCard",
        "newapplication/cc | | NewApplication_CreditCard",
        "信用卡升級 | Upgrade | 升級_信用卡",
        "升级信用卡 | | 升级_信用卡",
        "升級 信用卡 | Upgrade | 升級_信用卡",
        "Upgrade_Сard | | Upgrade_Card",
        "ＵＰＧＲＡＤＥ＿Ｃard | | Upgrade_Card",
        "Upgrade_misc_Card | | Upgrade_Card",
        "Upgrade_A_B_C_D | | Upgrade_A_B_CD",
        "Upgrade_Card\uD83D\uDE00 | | Upgrade_Card",
        "Upgrade_Customer's choice | | Upgrade_CustomersChoice",
        "Upgrade_VeryLong WordsThat NobodyEver ReadsToTheEnd | | Upgrade_VeryLongWordsThatNobodyEverReads",
        "credit card | | ",
        "misc | Upgrade | ",
        "Upgrade_Card2026 | | "
      })
  void a_form_that_keeps_the_rules_is_offered(String name, String family, String corrected) {
    assertThat(check(RULES).check(name, family).corrected()).isEqualTo(corrected);
  }

  @Test
  void a_house_of_small_letters_gets_its_own_forms() {
    NamingRules small =
        new NamingRules("-", WordCase.LOWER, false, 1, 4, 30, 16, List.of(), List.of());

    assertThat(check(small).check("Upgrade_CreditCard", null).corrected())
        .isEqualTo("upgrade-credit-card");
    assertThat(check(small).check("credit-card", null).keepsAll()).isTrue();
  }

  @Test
  void every_name_of_the_sample_keeps_its_rules() {
    Vocabulary sample = SampleVocabulary.bank();
    NameCheck check = NameCheck.of(sample);

    assertThat(sample.tags())
        .allSatisfy(
            tag ->
                assertThat(check.check(tag.name(), tag.family()).broken())
                    .as(tag.name())
                    .isEmpty());
  }

  @Property(tries = 2_000)
  void what_is_offered_keeps_all_rules_and_stays_as_it_is(
      @ForAll long seed, @ForAll @StringLength(max = 60) String anything) {
    Random random = new Random(seed);
    NamingRules rules = rules(random);
    NameCheck check = check(rules);
    String family = random.nextBoolean() ? "Upgrade" : null;
    String name = random.nextInt(3) == 0 ? anything : messy(random);

    NameAnswer answer = check.check(name, family);

    if (answer.corrected() != null) {
      NameAnswer again = check.check(answer.corrected(), family);
      assertThat(again.broken()).as(answer.corrected()).isEmpty();
      assertThat(again.corrected()).isEqualTo(answer.corrected());
    }
    assertThat(answer.keepsAll()).isEqualTo(name.equals(answer.corrected()));
  }

  @Property(tries = 2_000)
  void plain_words_in_a_chosen_family_always_get_a_form(@ForAll long seed) {
    Random random = new Random(seed);
    NameAnswer answer =
        check(RULES)
            .check(messy(random).replace("новый", "new").replace("НОВЫЙ", "NEW"), "Upgrade");

    assertThat(answer.corrected()).as(answer.name()).isNotNull();
  }

  @Test
  void the_longest_and_strangest_names_take_no_time() {
    String deep = "(".repeat(60) + "a?b?".repeat(10) + ")*".repeat(60);
    NamingRules rules =
        new NamingRules(
            "_",
            WordCase.CAPITALIZED,
            true,
            2,
            4,
            40,
            16,
            List.of(),
            List.of(
                new NamePattern("(a*)*b", true, Map.of()), new NamePattern(deep, true, Map.of())));
    long began = System.nanoTime();

    check(rules).check("a".repeat(1_000_000), "Upgrade");
    check(rules).check("_a".repeat(500_000), null);

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void a_check_with_what_is_near_takes_50_ms_of_the_processor_at_most_among_5000_tags() {
    Vocabulary large = large(5_000);
    VocabularyReader reader = VocabularyReader.compile(large);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    List<Long> taken = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String name = "lost gold card " + i;
      long began = threads.getCurrentThreadCpuTime();
      NameCheck.of(large).check(name, "Upgrade");
      reader.propose(name, 6);
      taken.add(threads.getCurrentThreadCpuTime() - began);
    }

    taken.sort(null);
    assertThat(Duration.ofNanos(taken.get(taken.size() / 2))).isLessThan(Duration.ofMillis(50));
  }

  private static Vocabulary large(int tags) {
    List<String> words =
        List.of("Card", "Lost", "Gold", "Fee", "Rate", "Loan", "Home", "Pin", "Cash", "Limit");
    List<HouseTag> all = new ArrayList<>();
    for (int id = 1; id <= tags; id++) {
      String name =
          "Upgrade_" + words.get(id % 10) + words.get(id / 10 % 10) + words.get(id / 100 % 10) + id;
      Map<String, String> names = Map.of("en", "All about " + id, "zh-Hant", "信用卡 " + id);
      all.add(new HouseTag(id, name, "Upgrade", names, "", List.of(), false, null));
    }
    return new Vocabulary(
        1, FAMILIES, all, List.of(), ABBREVIATIONS, List.of(), List.of(), List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "",
        "a**",
        "(?=x)",
        "(((a{1000}){1000}){10})",
        "((\\p{L}{100}){100}){10}",
        "x{9999}"
      })
  void a_pattern_that_is_none_or_grows_without_bound_is_refused(String pattern) {
    refuses(with(new NamePattern(pattern, true, Map.of())), "bad-pattern");
    refuses(with(new NamePattern("x".repeat(201), true, Map.of())), "bad-pattern");
  }

  @Test
  void a_pattern_that_says_nothing_or_refuses_every_name_is_refused_with_the_count() {
    ChangeRefused all = refuses(with(new NamePattern(".*", true, Map.of())), "matches-everything");
    ChangeRefused none =
        refuses(with(new NamePattern("[A-Z].*_.+", true, Map.of())), "refuses-all");
    refuses(with(new NamePattern("(?s).*", false, Map.of())), "matches-everything");
    refuses(with(new NamePattern("zz.*", false, Map.of())), "refuses-all");

    assertThat(all.fields()).containsEntry("count", 2);
    assertThat(all).hasMessageContaining("matches every name, also all 2 of now");
    assertThat(none.fields()).containsEntry("count", 2).containsKey("names");
    assertThat(none).hasMessageContaining("would refuse all 2 names of now");
    ChangedVocabulary.of(
        house(), List.of(with(new NamePattern(".*\\d{4}.*", true, Map.of()))), () -> 9);
  }

  @Test
  void rules_out_of_their_range_are_refused() {
    refuses(set("*", 2, 4, 40, 16, List.of()), "bad-rules");
    refuses(set("_", 0, 4, 40, 16, List.of()), "bad-rules");
    refuses(set("_", 5, 4, 40, 16, List.of()), "bad-rules");
    refuses(set("_", 2, 4, 41, 16, List.of()), "bad-rules");
    refuses(set("_", 2, 4, 40, 0, List.of()), "bad-rules");
    refuses(set("_", 2, 4, 40, 16, List.of("!!")), "bad-rules");
  }

  @Test
  void a_new_or_renamed_tag_keeps_the_rules_and_names_that_are_there_stay() {
    Vocabulary house = house();
    TagDescription about = new TagDescription(null, null, null, null, null, null);

    ChangeRefused added =
        refuses(new VocabularyChange.AddTag("lost card", "Card", about), "breaks-rules");
    ChangeRefused renamed = refuses(new VocabularyChange.RenameTag(1, "cc"), "breaks-rules");

    assertThat(added.fields())
        .containsEntry("corrected", "Card_Lost")
        .containsEntry("rules", List.of("family", "separator", "case", "segments"));
    assertThat(renamed.fields()).containsEntry("corrected", "Upgrade_CreditCard");
    Vocabulary stricter =
        ChangedVocabulary.of(house, List.of(set("-", 2, 4, 40, 16, List.of())), () -> 9);
    assertThat(stricter.tags()).isEqualTo(house.tags());
    ChangedVocabulary.of(stricter, List.of(new VocabularyChange.RetireTag(1, null)), () -> 9);
  }

  private static ChangeRefused refuses(VocabularyChange change, String reason) {
    List<ChangeRefused> refused = new ArrayList<>();
    assertThatThrownBy(() -> ChangedVocabulary.of(house(), List.of(change), () -> 9))
        .isInstanceOfSatisfying(ChangeRefused.class, refused::add);
    assertThat(refused.get(0).reason()).isEqualTo(reason);
    return refused.get(0);
  }

  private static VocabularyChange set(
      String separator, int fewest, int most, int longest, int longestHan, List<String> forbidden) {
    return new VocabularyChange.SetRules(
        new NamingRules(
            separator,
            WordCase.CAPITALIZED,
            true,
            fewest,
            most,
            longest,
            longestHan,
            forbidden,
            List.of()));
  }

  private static VocabularyChange with(NamePattern pattern) {
    return new VocabularyChange.SetRules(
        new NamingRules(
            "_", WordCase.CAPITALIZED, true, 2, 4, 40, 16, List.of(), List.of(pattern)));
  }

  private static NamingRules rules(Random random) {
    return new NamingRules(
        List.of("_", "-", ".", "/", " ", "").get(random.nextInt(6)),
        List.of(WordCase.values()).get(random.nextInt(3)),
        random.nextBoolean(),
        1 + random.nextInt(3),
        3 + random.nextInt(3),
        10 + random.nextInt(30),
        4 + random.nextInt(12),
        random.nextBoolean() ? List.of("misc", "lost card") : List.of(),
        random.nextInt(4) == 0
            ? List.of(new NamePattern(".*Lost.*", random.nextBoolean(), Map.of()))
            : List.of());
  }

  private static String messy(Random random) {
    List<String> words =
        List.of("card", "Lost", "credit", "CC", "upgrade", "信用卡", "refund", "ATM", "новый", "9");
    StringBuilder name = new StringBuilder("late");
    int more = random.nextInt(5);
    for (int i = 0; i < more; i++) {
      name.append(List.of(" ", "_", "-", "!", "/", "", "__").get(random.nextInt(7)));
      String word = words.get(random.nextInt(words.size()));
      name.append(random.nextBoolean() ? word : word.toUpperCase(java.util.Locale.ROOT));
    }
    return name.toString();
  }

  private static NameCheck check(NamingRules rules) {
    return NameCheck.under(rules, FAMILIES, ABBREVIATIONS);
  }

  private static Vocabulary house() {
    return new Vocabulary(
        1,
        FAMILIES,
        List.of(tag(1, "Upgrade_Loan", "Upgrade"), tag(2, "Card_Pin", "Card")),
        List.of(),
        ABBREVIATIONS,
        List.of(),
        List.of(),
        List.of());
  }

  private static HouseTag tag(int id, String name, String family) {
    return new HouseTag(id, name, family, Map.of(), "", List.of(), false, null);
  }

  private static TagFamily family(String name, String hant, String hans) {
    return new TagFamily(name, "teal", Map.of("en", name, "zh-Hant", hant, "zh-Hans", hans));
  }
}
