package org.tagsmith.domain.governance.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tagsmith.domain.governance.PrefixReach;
import org.tagsmith.domain.governance.file.FileBlock.Kind;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyCheck;

/** Writes the whole vocabulary as a file and reads it back, losing nothing. Thread-safe. */
public final class VocabularyFile {
  /** The longest file that is read, in bytes. */
  public static final int MOST_BYTES = 8 * 1024 * 1024;

  private VocabularyFile() {}

  /** The vocabulary as UTF-8 text; equal vocabularies give equal bytes. */
  public static byte[] write(Vocabulary vocabulary, FileFormat format) {
    String text =
        format == FileFormat.YAML ? YamlWriter.write(vocabulary) : CsvWriter.write(vocabulary);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What the vocabulary would be after this file. What the file does not speak of stays.
   *
   * @param bytes of any content
   * @param base the vocabulary that is there
   * @param highestId the highest id that any tag of any version had
   * @param reach asked about new prefixes of machine labels alone
   */
  public static FileReading read(
      byte[] bytes,
      FileFormat format,
      Vocabulary base,
      int highestId,
      MissingTags missing,
      PrefixReach reach) {
    FileProblems problems = new FileProblems();
    if (bytes.length > MOST_BYTES) {
      problems.add(
          new FileProblem(
              0,
              0,
              "",
              "file-too-large",
              "The file is longer than " + MOST_BYTES + " bytes, the most that is read.",
              Map.of("bytes", MOST_BYTES)));
      return FileReading.refused(null, problems);
    }
    String text = FileBytes.text(bytes, problems);
    if (text == null) {
      return FileReading.refused(null, problems);
    }
    List<FileBlock> blocks =
        format == FileFormat.YAML
            ? YamlReader.read(text, problems)
            : CsvReader.read(text, problems);
    Map<Kind, List<FileBlock>> byKind =
        blocks.stream().collect(Collectors.groupingBy(FileBlock::kind));
    Integer version = version(byKind, problems);
    if (blocks.isEmpty() && problems.isEmpty()) {
      problems.add(
          new FileProblem(
              0,
              0,
              "",
              "no-rows",
              "The file holds nothing of a vocabulary. Export it to see how it looks.",
              Map.of()));
    }
    FileTags tags = new FileTags(base, highestId, problems);
    Vocabulary later = later(base, byKind, tags, missing == MissingTags.RETIRE, problems, reach);
    if (problems.isEmpty()) {
      VocabularyCheck.problems(later)
          .forEach(
              problem ->
                  problems.add(new FileProblem(0, 0, "", "contradiction", problem, Map.of())));
    }
    return problems.isEmpty()
        ? new FileReading(later, version, List.of(), 0, problems.notices(), tags.lines())
        : FileReading.refused(version, problems);
  }

  private static Integer version(Map<Kind, List<FileBlock>> blocks, FileProblems problems) {
    return Optional.ofNullable(blocks.get(Kind.VERSION))
        .map(all -> new Said(all.get(0), problems).number("value", null))
        .orElse(null);
  }

  private static Vocabulary later(
      Vocabulary base,
      Map<Kind, List<FileBlock>> blocks,
      FileTags tags,
      boolean retire,
      FileProblems problems,
      PrefixReach reach) {
    tags.meet(blocks.getOrDefault(Kind.TAG, List.of()));
    FileHouse house = new FileHouse(base, blocks, retire, problems);
    List<TagFamily> families = house.families();
    List<FileBlock> codes = blocks.getOrDefault(Kind.CODE, List.of());
    FileRules rules = new FileRules(base, blocks, tags, problems);
    Vocabulary later =
        new Vocabulary(
            base.version(),
            families,
            tags.tags(families.stream().map(TagFamily::name).collect(Collectors.toSet()), retire),
            tags.aliases(),
            house.abbreviations(),
            new FileCodes(base, tags, problems).read(codes, retire),
            house.machineLabels(reach),
            house.ignoredLabels(),
            rules.rules(retire),
            rules.questions(retire));
    new FileClashes(base, later, tags, codes, problems).find();
    return later;
  }
}
