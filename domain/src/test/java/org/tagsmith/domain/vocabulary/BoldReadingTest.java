package org.tagsmith.domain.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagsmith.domain.vocabulary.Vocabularies.retired;
import static org.tagsmith.domain.vocabulary.Vocabularies.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoldReadingTest {
  @ParameterizedTest
  @CsvSource({
    "Form-7, form 7.0, NUMBER",
    "Form-7.x, form v7, NUMBER",
    "Log_Files, logfile, INFLECTION",
    "Card_Menu, card menus, INFLECTION",
    "Card_Activation, card activate, WORD_FAMILY",
    "Loan_Renewal, loan renewed, WORD_FAMILY",
    "Colour_Choice, color choice, WORD_FAMILY",
    "Standing_Orders_Authorisation, standing order authorization, WORD_FAMILY",
    "Wake_On_Lan, WOL, SHORT_FORM",
    "Drag_And_Drop_Help, ddh, SHORT_FORM",
    "Internet_Banking_Login, IB login, SHORT_FORM",
    "Internationalization, i18n, SHORT_FORM",
    "Penetration_Testing, pen tests, SHORT_FORM",
    "Temp_Tables, temporary tables, SHORT_FORM"
  })
  void a_label_is_read_as_the_house_writes_it(String house, String label, String rule) {
    VocabularyReader reader = VocabularyReader.compile(Vocabularies.of(List.of(tag(1, house))));

    assertThat(reader.interpret(label))
        .isEqualTo(
            new Interpretation.Matched(label, tag(1, house), ReadingRule.valueOf(rule), house));
  }

  @Test
  void what_a_bold_rule_finds_several_tags_for_stays_unmapped_under_it_and_is_proposed() {
    VocabularyReader reader =
        VocabularyReader.compile(
            Vocabularies.of(
                List.of(tag(1, "Internet_Banking_Fees"), tag(2, "Instant_Bank_Feedback"))));

    assertThat(reader.interpret("ibf"))
        .isEqualTo(
            new Interpretation.Unmapped("ibf", ReadingRule.SHORT_FORM, "Internet_Banking_Fees"));
    assertThat(reader.propose("ibf", 5))
        .extracting(proposal -> proposal.tag().id(), Proposal::why)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                1, new Proposal.Why.ShortForm("Internet_Banking_Fees")),
            org.assertj.core.api.Assertions.tuple(
                2, new Proposal.Why.ShortForm("Instant_Bank_Feedback")));
  }

  @Test
  void a_merge_of_the_tags_that_a_bold_rule_found_maps_the_label() {
    List<HouseTag> former =
        List.of(tag(1, "Internet_Banking_Fees"), tag(2, "Instant_Bank_Feedback"));
    VocabularyReader known = VocabularyReader.compile(Vocabularies.of(former));
    known.interpret("ibf");

    VocabularyReader merged =
        VocabularyReader.compile(
            Vocabularies.of(List.of(former.get(0), retired(2, "Instant_Bank_Feedback", 1))), known);

    assertThat(merged.interpret("ibf").rule()).isEqualTo(ReadingRule.SHORT_FORM);
    assertThat(merged.interpret("ibf")).isInstanceOf(Interpretation.Matched.class);
  }

  @Test
  void words_that_people_left_out_three_times_are_left_out_the_fourth_time() {
    VocabularyReader reader = reader("Bank_Transfer", "Bank_Giro", "Bank_Cheque", "Bank_Statement");
    assertThat(reader.interpret("statement")).isInstanceOf(Interpretation.Unmapped.class);

    VocabularyReader taught =
        taught(reader, new Alias("transfer", 1), new Alias("giro", 2), new Alias("cheques", 3));

    assertThat(taught.interpret("statements"))
        .isEqualTo(
            new Interpretation.Matched(
                "statements", tag(4, "Bank_Statement"), ReadingRule.HABIT, "Bank_Statement"));
    assertThat(
            taught(reader, new Alias("transfer", 1), new Alias("giro", 2)).interpret("statements"))
        .isInstanceOf(Interpretation.Unmapped.class);
  }

  @Test
  void a_word_that_the_house_does_not_know_stands_for_what_it_was_confirmed_for_once() {
    VocabularyReader reader = reader("CreditCard_Lost", "CreditCard_Fee", "Loan_Fee");

    VocabularyReader taught = taught(reader, new Alias("kk_lost", 1));

    assertThat(taught.interpret("kk fees").rule()).isEqualTo(ReadingRule.HABIT);
    assertThat(taught.interpret("kk")).isInstanceOf(Interpretation.Unmapped.class);
    assertThat(reader.interpret("kk fees")).isInstanceOf(Interpretation.Unmapped.class);
  }

  @Test
  void a_habit_by_which_the_house_tells_its_tags_apart_is_none() {
    VocabularyReader reader =
        reader("Card", "Loan", "Giro", "Visa", "Cash", "Cash_Fee", "Shop", "Shop_Fee");
    Alias[] fees = {new Alias("card fee", 1), new Alias("loan fee", 2), new Alias("giro fee", 3)};

    assertThat(taught(reader, fees).interpret("visa fee"))
        .isInstanceOf(Interpretation.Unmapped.class);
    assertThat(taught(reader("Card", "Loan", "Giro", "Visa"), fees).interpret("visa fee").rule())
        .isEqualTo(ReadingRule.HABIT);
  }

  @Test
  void numbers_are_never_a_habit() {
    VocabularyReader reader = reader("Form_Alpha", "Form_Beta", "Form_Gamma", "Form_Delta");

    VocabularyReader taught =
        taught(
            reader,
            new Alias("form alpha 2", 1),
            new Alias("form beta 2", 2),
            new Alias("form gamma 2", 3));

    assertThat(taught.interpret("form delta 2")).isInstanceOf(Interpretation.Unmapped.class);
  }

  @Test
  void a_merge_and_its_undo_change_no_habit() {
    VocabularyReader reader = reader("Bank_Transfer", "Bank_Giro", "Bank_Cheque", "Bank_Statement");
    VocabularyReader taught =
        taught(reader, new Alias("transfer", 1), new Alias("giro", 2), new Alias("cheque", 3));
    List<HouseTag> tags = new ArrayList<>(taught.vocabulary().tags());
    tags.set(1, retired(2, "Bank_Giro", 1));

    VocabularyReader merged =
        VocabularyReader.compile(Vocabularies.of(tags, taught.vocabulary().aliases()));

    assertThat(merged.habits().undone(List.of("statement")))
        .isEqualTo(taught.habits().undone(List.of("statement")))
        .isNotEmpty();
  }

  @Test
  void a_proposal_says_which_words_speak_for_it() {
    VocabularyReader reader = reader("Transfer_Fees_Abroad", "Card_Lost", "Giro");

    assertThat(reader.propose("unknown fee for transfers", 1).get(0).why())
        .isEqualTo(
            new Proposal.Why.SharedWords("Transfer_Fees_Abroad", List.of("transfer", "fees")));
    assertThat(reader.propose("crad lost", 1).get(0).why())
        .isEqualTo(new Proposal.Why.CloseSpelling("Card_Lost"));
    assertThat(reader.propose("cards lost", 1).get(0))
        .isEqualTo(new Proposal(tag(2, "Card_Lost"), 1, new Proposal.Why.SameWords("Card_Lost")));
    assertThat(reader.propose("xyzzy", 5)).isEmpty();
  }

  @Test
  void what_tickets_say_adds_to_what_letters_say_and_stands_alone_where_they_say_nothing() {
    VocabularyReader reader =
        VocabularyReader.compile(
            Vocabularies.of(
                List.of(
                    tag(1, "Card_Lost"),
                    tag(2, "Loan"),
                    retired(3, "Fax", null),
                    retired(4, "Telex", 2))));
    CoUse tickets = label -> Map.of(1, 0.9, 3, 1.0, 99, 1.0);

    assertThat(reader.propose("xyzzy", 5, tickets))
        .singleElement()
        .satisfies(
            proposal -> {
              assertThat(proposal.tag().id()).isEqualTo(1);
              assertThat(proposal.why()).isEqualTo(new Proposal.Why.UsedTogether());
              assertThat(proposal.score()).isBetween(0.75, 0.85);
            });
    double alone = reader.propose("crad lost", 1).get(0).score();
    assertThat(reader.propose("crad lost", 1, tickets).get(0).score()).isGreaterThan(alone);
    assertThat(reader.propose("xyzzy", 5, label -> Map.of(4, 0.5)))
        .extracting(proposal -> proposal.tag().id())
        .containsExactly(2);
    assertThat(reader.propose("xyzzy", 5, label -> Map.of(1, 0.0))).isEmpty();
  }

  private static VocabularyReader reader(String... names) {
    List<HouseTag> tags = new ArrayList<>();
    for (String name : names) {
      tags.add(tag(tags.size() + 1, name));
    }
    return VocabularyReader.compile(Vocabularies.of(tags));
  }

  private static VocabularyReader taught(VocabularyReader reader, Alias... aliases) {
    return VocabularyReader.compile(Vocabularies.of(reader.vocabulary().tags(), List.of(aliases)));
  }
}
