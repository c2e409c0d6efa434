package org.tagsmith.domain.governance.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tagsmith.domain.governance.ChangeRefused;

/** Collects what is wrong with a file, all of it, though only the first lines are kept. */
final class FileProblems {
  /** The most that are told. */
  static final int MOST = 100;

  private static final int LONGEST_SHOWN = 60;

  private final List<FileProblem> problems = new ArrayList<>();
  private final List<FileProblem> notices = new ArrayList<>();
  private int count;

  /** What cannot be: nothing of the file counts. */
  void add(FileText at, String code, String message, Map<String, Object> fields) {
    add(new FileProblem(at.line(), at.column(), at.written(), code, message, fields));
  }

  void add(FileBlock at, String code, String message, Map<String, Object> fields) {
    add(new FileProblem(at.line(), 0, "", code, message, fields));
  }

  /** What a lead who typed the same would be refused. */
  void add(FileText at, ChangeRefused refused) {
    Map<String, Object> fields = new HashMap<>();
    refused
        .fields()
        .forEach(
            (name, value) -> fields.put(name, value instanceof String text ? shown(text) : value));
    add(at, refused.reason(), refused.getMessage(), fields);
  }

  void add(FileProblem problem) {
    count++;
    if (problems.size() < MOST) {
      problems.add(problem);
    }
  }

  /** What is passed over. */
  void notice(FileProblem notice) {
    if (notices.size() < MOST) {
      notices.add(notice);
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  int count() {
    return count;
  }

  List<FileProblem> byLine() {
    return problems.stream()
        .sorted(Comparator.comparingInt(FileProblem::line).thenComparingInt(FileProblem::column))
        .toList();
  }

  List<FileProblem> notices() {
    return List.copyOf(notices);
  }

  /** A text of the file, cut for a message. */
  static String shown(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
  }
}
