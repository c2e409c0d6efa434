package org.tagsmith.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WallsTest {
  static List<Wall> walls() {
    return Wall.of(House.PRODUCT);
  }

  static List<Wall> wallsOfTheBrokenHouse() {
    return Wall.of(House.BROKEN);
  }

  static Set<String> packagesThatWallsName() {
    return House.PRODUCT.everyPattern();
  }

  @ParameterizedTest
  @MethodSource("walls")
  void the_house_keeps(Wall wall) {
    wall.rule().check(HouseClasses.PRODUCT);
  }

  @ParameterizedTest
  @MethodSource("wallsOfTheBrokenHouse")
  void the_alarm_rings_for_those_who_break_and_for_nobody_else(Wall wall) {
    String alarm =
        String.join(
            "\n", wall.rule().evaluate(HouseClasses.BROKEN).getFailureReport().getDetails());
    Set<String> intruders = namesOf(type -> breaks(type).contains(wall.sentence()));

    assertThat(intruders).as("classes that break " + wall).isNotEmpty();
    assertThat(namesOf(type -> isCaught(type, alarm))).isEqualTo(intruders);
  }

  @Test
  void every_break_names_a_wall_that_stands() {
    List<String> sentences = walls().stream().map(Wall::sentence).toList();
    assertThat(HouseClasses.BROKEN.stream().flatMap(type -> breaks(type).stream()))
        .isNotEmpty()
        .isSubsetOf(sentences);
    assertThat(sentences).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("packagesThatWallsName")
  void every_package_that_a_wall_names_holds_classes(String pattern) {
    assertThat(HouseClasses.PRODUCT.that(JavaClass.Predicates.resideInAPackage(pattern)))
        .as("classes in " + pattern)
        .isNotEmpty();
  }

  @Test
  void every_feature_of_the_domain_stands_on_the_map() {
    Set<String> features =
        HouseClasses.PRODUCT.stream()
            .map(type -> House.PRODUCT.featureOf(type.getPackageName()))
            .filter(feature -> !feature.isEmpty())
            .collect(Collectors.toSet());
    assertThat(features).isEqualTo(House.MAP.keySet());
  }

  @Test
  void a_wall_around_nothing_fails() {
    assertThatThrownBy(
            () ->
                ArchRuleDefinition.noClasses()
                    .that()
                    .resideInAPackage("org.tagsmith.misspelt..")
                    .should()
                    .bePublic()
                    .check(HouseClasses.PRODUCT))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("failed to check any classes");
  }

  private static Set<String> namesOf(Predicate<JavaClass> filter) {
    return HouseClasses.BROKEN.stream()
        .filter(filter)
        .map(JavaClass::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A line of the alarm starts with who does it: {@code Method <org.x.Y.z()> calls ...}. */
  private static boolean isCaught(JavaClass type, String alarm) {
    return Pattern.compile("(?m)^[\\s-]*[A-Z][a-z]+ <" + Pattern.quote(type.getName()) + "[.>]")
        .matcher(alarm)
        .find();
  }

  private static List<String> breaks(JavaClass type) {
    return type.tryGetAnnotationOfType(Breaks.class)
        .map(mark -> Arrays.asList(mark.value()))
        .orElse(List.of());
  }
}
