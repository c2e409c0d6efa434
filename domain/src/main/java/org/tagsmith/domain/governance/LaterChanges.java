package org.tagsmith.domain.governance;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.tagsmith.domain.governance.Difference.Kind;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.Question;
import org.tagsmith.domain.vocabulary.ReasonCode;

/** Whether what a lead wants touches what somebody else published since they looked. */
public final class LaterChanges {
  private LaterChanges() {}

  /**
   * What others changed since and a lead's changes touch: the same things; what they made lead to a
   * tag that the lead ends; tags that they ended and the lead makes something lead to; tags that
   * they renamed and the lead makes another tag count for.
   *
   * @param theirs from the version that the lead looked at to the newest
   * @param mine what the lead's changes differ in
   * @return those of {@code theirs}; empty if nothing is touched
   */
  public static List<Difference> touched(List<Difference> theirs, List<Difference> mine) {
    Set<List<Object>> places = mine.stream().map(LaterChanges::place).collect(toSet());
    Set<Object> ended =
        mine.stream().filter(LaterChanges::ends).map(Difference::key).collect(toSet());
    Set<Object> ledTo = mine.stream().flatMap(each -> newlyLeadsTo(each).stream()).collect(toSet());
    Set<Object> followed =
        mine.stream()
            .filter(each -> each.kind() == Kind.TAG)
            .flatMap(each -> newlyLeadsTo(each).stream())
            .collect(toSet());
    return theirs.stream()
        .filter(
            each ->
                places.contains(place(each))
                    || newlyLeadsTo(each).stream().anyMatch(ended::contains)
                    || (ends(each) && ledTo.contains(each.key()))
                    || (renames(each) && followed.contains(each.key())))
        .toList();
  }

  /**
   * What others changed of the things that a refusal speaks of.
   *
   * @return those of {@code theirs}; empty if it speaks of none of them
   */
  public static List<Difference> spokenOf(List<Difference> theirs, ChangeRefused why) {
    Set<List<Object>> places = new HashSet<>();
    why.fields()
        .forEach((field, key) -> kindsOf(field).forEach(kind -> places.add(List.of(kind, key))));
    return theirs.stream().filter(each -> places.contains(place(each))).toList();
  }

  private static List<Kind> kindsOf(String field) {
    return switch (field) {
      case "tagId", "successorId" -> List.of(Kind.TAG);
      case "number", "child", "parent" -> List.of(Kind.CODE);
      case "family" -> List.of(Kind.FAMILY);
      case "label" -> List.of(Kind.ALIAS, Kind.IGNORED_LABEL, Kind.QUESTION);
      default -> List.of();
    };
  }

  /**
   * Refuses changes to what was changed since.
   *
   * @param version the newest one
   * @param touched what others changed since, one or more
   * @param since who published what of it, as pages show it
   */
  public static ChangeRefused refused(
      int version, List<Difference> touched, List<Map<String, Object>> since) {
    return ChangedVocabulary.refused(
        "changed-meanwhile",
        "Somebody changed the same thing since you looked. See what it is now, then decide again.",
        Map.of("version", version, "differences", touched, "since", since));
  }

  /** What a difference is about, the same for all versions. */
  public static List<Object> place(Difference difference) {
    return List.of(difference.kind(), difference.key());
  }

  private static boolean ends(Difference difference) {
    return difference.before() instanceof HouseTag before
        && !before.retired()
        && !(difference.after() instanceof HouseTag after && !after.retired());
  }

  private static boolean renames(Difference difference) {
    return difference.before() instanceof HouseTag before
        && difference.after() instanceof HouseTag after
        && !before.name().equals(after.name());
  }

  private static Set<Integer> newlyLeadsTo(Difference difference) {
    Set<Integer> after = leadsTo(difference.after());
    after.removeAll(leadsTo(difference.before()));
    return after;
  }

  private static Set<Integer> leadsTo(Object part) {
    Stream<Integer> ids = Stream.empty();
    if (part instanceof HouseTag tag) {
      ids = Stream.ofNullable(tag.successorId());
    } else if (part instanceof Alias alias) {
      ids = Stream.of(alias.houseTagId());
    } else if (part instanceof ReasonCode code) {
      ids = Stream.of(code.houseTagId());
    } else if (part instanceof Question question) {
      ids =
          question.choices().stream()
              .flatMap(each -> Stream.concat(Stream.of(each.houseTagId()), each.beside().stream()));
    }
    return new HashSet<>(ids.filter(Objects::nonNull).toList());
  }
}
