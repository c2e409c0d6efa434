package org.tagsmith.domain.governance.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tagsmith.domain.vocabulary.Abbreviation;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.NamingRules;
import org.tagsmith.domain.vocabulary.NamingRules.NamePattern;
import org.tagsmith.domain.vocabulary.NamingRules.WordCase;
import org.tagsmith.domain.vocabulary.Question;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;

/** Vocabularies that may be published, with the nastiest texts that people and software type. */
final class AnyVocabulary {
  private static final List<String> NASTY =
      List.of(
          "",
          " ",
          "=1+1",
          "+44 20",
          "-5",
          "@home",
          "\ttab",
          "'=quoted",
          "''",
          "＝ｓｕｍ",
          "a,b;c",
          "say \"hi\"",
          "line\nbreak",
          "windows\r\nbreak",
          "C:\\new\\|x",
          "\\e",
          "\\",
          "a | b",
          "|",
          "信用卡付款失敗",
          "🎉 party 👩‍👩‍👧",
          "שלום\u200Ex",
          "~",
          "null",
          "true",
          "no",
          "0x1F",
          "1_000",
          "2026-01-01",
          "# no comment",
          "key: value",
          "- item",
          "[a]",
          "{a}",
          "*alias",
          "&anchor",
          "!!java",
          "%x",
          "`",
          "\u0085",
          "\u2028",
          "\uFEFFmark",
          "\u0007bell",
          " edge ",
          "\u00A0hard\u00A0",
          "\u3000",
          "\\u0020",
          "é",
          "e\u0301",
          "sep=;");
  private static final List<String> LANGUAGES = List.of("en", "zh-Hant", "zh-Hans", "fr", "pt-BR");
  private static final List<String> HUES = List.of("slate", "red", "teal", "purple");

  private final Random random;
  private int unique;

  private AnyVocabulary(long seed) {
    random = new Random(seed);
  }

  static Vocabulary of(long seed) {
    return new AnyVocabulary(seed).vocabulary();
  }

  private Vocabulary vocabulary() {
    List<TagFamily> families = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      families.add(new TagFamily(name("Family"), any(HUES), names()));
    }
    List<Integer> ids = new ArrayList<>();
    int tagCount = 1 + random.nextInt(8);
    for (int i = 0; i < tagCount; i++) {
      ids.add(ids.isEmpty() ? 1 + random.nextInt(5) : ids.get(i - 1) + 1 + random.nextInt(3));
    }
    List<HouseTag> tags = new ArrayList<>();
    for (int i = 0; i < tagCount; i++) {
      boolean retired = i > 0 && random.nextInt(3) == 0;
      tags.add(
          new HouseTag(
              ids.get(i),
              name("T"),
              any(families).name(),
              names(),
              text(),
              texts(),
              retired,
              retired && random.nextBoolean() ? ids.get(0) : null,
              random.nextBoolean() ? any(HUES) : null,
              text(),
              pairs()));
    }
    return new Vocabulary(
        random.nextInt(50),
        families,
        tags,
        aliases(tags),
        abbreviations(),
        codes(ids),
        distinct("prefix__"),
        distinct("ignored"),
        rules(),
        tagCount < 2 ? List.of() : questions(ids));
  }

  private List<Alias> aliases(List<HouseTag> tags) {
    List<Alias> aliases = new ArrayList<>();
    for (int i = 0; i < random.nextInt(10); i++) {
      aliases.add(new Alias(name("alias"), any(tags).id()));
    }
    return aliases;
  }

  private List<Abbreviation> abbreviations() {
    List<Abbreviation> all = new ArrayList<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      all.add(new Abbreviation(name("ab"), name("long")));
    }
    return all;
  }

  private List<ReasonCode> codes(List<Integer> tags) {
    List<ReasonCode> codes = new ArrayList<>();
    for (int number = 1; number <= random.nextInt(6); number++) {
      boolean retired = number > 1 && random.nextInt(4) == 0;
      codes.add(
          new ReasonCode(
              number * 7,
              any(tags),
              codeNames(),
              texts(),
              text(),
              retired,
              retired ? Integer.valueOf(7) : null,
              number > 1 && random.nextBoolean() ? 7 : null,
              texts()));
    }
    return codes;
  }

  private NamingRules rules() {
    List<NamePattern> patterns = new ArrayList<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      patterns.add(new NamePattern("[a-z]|x" + unique++, random.nextBoolean(), names()));
    }
    return new NamingRules(
        any(List.of("_", "-", ".", "/", " ")),
        any(List.of(WordCase.values())),
        random.nextBoolean(),
        1 + random.nextInt(2),
        3,
        40 - random.nextInt(9),
        16,
        texts(),
        patterns);
  }

  private List<Question> questions(List<Integer> tags) {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      List<Question.Choice> choices = new ArrayList<>();
      choices.add(new Question.Choice(tags.get(0), names(), List.of(any(tags), any(tags))));
      choices.add(new Question.Choice(tags.get(1), names(), List.of()));
      questions.add(new Question(name("what"), names(), choices));
    }
    return questions;
  }

  private List<String> distinct(String stem) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      all.add(name(stem));
    }
    return all;
  }

  /** With letters, and no other thing's, whatever it holds beside. */
  private String name(String stem) {
    String name = text() + stem + unique++ + "q" + text();
    return stem.equals("T") ? shortName() : name;
  }

  private String shortName() {
    String seen = text().replaceAll("[\\p{C}\\p{Z}\\s]", "");
    int end = seen.offsetByCodePoints(0, Math.min(6, seen.codePointCount(0, seen.length())));
    return seen.substring(0, end) + "T" + unique++ + "q";
  }

  private Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    for (String language : LANGUAGES) {
      if (random.nextInt(3) == 0) {
        names.put(language, random.nextInt(5) == 0 ? "" : name("n"));
      }
    }
    return names;
  }

  /** A code has a name in one language or more. */
  private Map<String, String> codeNames() {
    Map<String, String> names = names();
    names.put(any(LANGUAGES), name("n"));
    return names;
  }

  private Map<String, String> pairs() {
    Map<String, String> pairs = new HashMap<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      pairs.put(text(), text());
    }
    return pairs;
  }

  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      texts.add(text());
    }
    return texts;
  }

  private String text() {
    return random.nextInt(3) == 0 ? any(NASTY) + any(NASTY) : any(NASTY);
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
