package org.tagsmith.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Inside the domain: the line of features, and the order of rooms within one. */
final class FeatureWalls {
  /** Heard by {@code sync.usecase}, so that a decision reaches the helpdesk. */
  private static final String HEARD_BY_SYNC = "disposition";

  /** What everybody reads labels against; it answers and changes nothing. */
  private static final String SHARED_USE_CASE = "CurrentVocabulary";

  private FeatureWalls() {}

  static List<Wall> of(House house) {
    return List.of(
        featuresHaveNoCycles(house),
        featuresFollowTheMap(house),
        theModelSpeaksPlainJava(house),
        useCasesLeaveOtherUseCasesAlone(house));
  }

  private static Wall featuresHaveNoCycles(House house) {
    return new Wall(
        "features_have_no_cycles",
        slices()
            .matching(house.root() + ".domain.(*)..")
            .should()
            .beFreeOfCycles()
            .because("what goes in circles can neither be read nor tested alone"));
  }

  private static Wall featuresFollowTheMap(House house) {
    return new Wall(
        "features_follow_the_map",
        classes()
            .that()
            .resideInAPackage(house.domain())
            .should(
                haveNo(
                    "import to the right of the map",
                    dependency -> leavesTheMap(house, dependency)))
            .because("features stand in a line: " + House.MAP));
  }

  private static boolean leavesTheMap(House house, Dependency dependency) {
    String from = house.featureOf(dependency.getOriginClass().getPackageName());
    String to = house.featureOf(dependency.getTargetClass().getPackageName());
    if (to.isEmpty() || from.equals(to)) {
      return false;
    }
    boolean hears =
        dependency.getOriginClass().getPackageName().equals(house.feature("sync") + ".usecase")
            && to.equals(HEARD_BY_SYNC);
    return !hears && !House.MAP.getOrDefault(from, Set.of()).contains(to);
  }

  private static Wall theModelSpeaksPlainJava(House house) {
    return new Wall(
        "the_model_speaks_plain_java",
        classes()
            .that()
            .resideInAnyPackage(house.model())
            // the one bean of the model: it makes the clock that everybody has injected
            .and()
            .doNotHaveSimpleName("SystemClock")
            .and()
            .doNotHaveSimpleName("SqlState") // tells an SQL state by the exception's type
            .should(
                haveNo(
                    "import beyond Java, ICU, RE2/J and the model",
                    dependency -> !isPlain(house, dependency.getTargetClass())))
            .because("a model that needs a server, a database or JSON cannot be tried in a test"));
  }

  private static boolean isPlain(House house, JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    if (name.startsWith("java.sql") || name.startsWith("java.util.logging")) {
      return false;
    }
    return type.isEquivalentTo(Breaks.class) // the mark on a broken class is no part of its house
        || name.isEmpty()
        || name.startsWith("java.")
        || name.startsWith("javax.crypto")
        || name.startsWith("com.ibm.icu.")
        || name.equals("com.google.re2j")
        || List.of(house.model()).contains(name);
  }

  private static Wall useCasesLeaveOtherUseCasesAlone(House house) {
    return new Wall(
        "use_cases_leave_other_use_cases_alone",
        classes()
            .that()
            .resideInAPackage(house.useCases())
            .should(
                haveNo(
                    "import of another feature's use case",
                    dependency -> visitsAnotherUseCase(house, dependency)))
            .because("features meet in events and ports; only " + SHARED_USE_CASE + " is shared"));
  }

  private static boolean visitsAnotherUseCase(House house, Dependency dependency) {
    JavaClass target = dependency.getTargetClass();
    String to = house.featureOf(target.getPackageName());
    return target.getPackageName().startsWith(house.feature(to) + ".usecase")
        && !to.equals(house.featureOf(dependency.getOriginClass().getPackageName()))
        && !target.getSimpleName().equals(SHARED_USE_CASE);
  }

  /** A condition on each dependency of a class; the violation shows the line of code. */
  static ArchCondition<JavaClass> haveNo(String what, Predicate<Dependency> forbidden) {
    return new ArchCondition<>("have no " + what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(forbidden)
            .forEach(d -> events.add(violated(d, d.getDescription())));
      }
    };
  }
}
