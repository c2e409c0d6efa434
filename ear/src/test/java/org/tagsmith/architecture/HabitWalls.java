package org.tagsmith.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.text.DateFormat;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;

/** Small habits that hold in every room. */
final class HabitWalls {
  private static final Pattern EMPTY_WORD =
      Pattern.compile(".*(?:Manager|Helper|Utils?|Impl|Dto|DTO|VO|Entity)");

  /** Logs exceptions for everybody, without their messages. */
  static final String QUIET_LOG = "TraceWithoutWords";

  private HabitWalls() {}

  static List<Wall> of(House house) {
    return List.of(
        nobodyPrints(house),
        noLogQuotesAnException(house),
        noJavaUtilDate(house),
        theClockIsInjected(house),
        namesSay(house));
  }

  private static Wall nobodyPrints(House house) {
    return new Wall(
        "nobody_prints",
        noClasses()
            .that()
            .resideInAnyPackage(house.product())
            .should(ACCESS_STANDARD_STREAMS)
            .because("operators read the log; the launcher, a program of its own, may print"));
  }

  private static Wall noLogQuotesAnException(House house) {
    return new Wall(
        "no_log_quotes_an_exception",
        noClasses()
            .that()
            .resideInAnyPackage(house.product())
            .and()
            .doNotHaveSimpleName(QUIET_LOG)
            .should()
            .accessTargetWhere(
                DescribedPredicate.describe(
                    "it logs an exception as it is", HabitWalls::logsAnException))
            .because(
                "a message from the database may quote a customer; log it through " + QUIET_LOG));
  }

  private static boolean logsAnException(JavaAccess<?> access) {
    return access.getTargetOwner().isAssignableTo(System.Logger.class)
        && access.getTarget() instanceof CodeUnitAccessTarget target
        && target.getRawParameterTypes().stream()
            .anyMatch(type -> type.isAssignableTo(Throwable.class));
  }

  private static Wall noJavaUtilDate(House house) {
    return new Wall(
        "no_java_util_date",
        noClasses()
            .that()
            .resideInAnyPackage(house.product())
            // the token library hands out dates; they become instants on the same line
            .and()
            .haveSimpleNameNotEndingWith("TokenVerifier")
            .should()
            .dependOnClassesThat(
                JavaClass.Predicates.assignableTo(Date.class)
                    .or(JavaClass.Predicates.assignableTo(Calendar.class))
                    .or(JavaClass.Predicates.assignableTo(DateFormat.class)))
            .because("an Instant says what it is and cannot be changed by its reader"));
  }

  private static Wall theClockIsInjected(House house) {
    return new Wall(
        "the_clock_is_injected",
        noClasses()
            .that()
            .resideInAnyPackage(house.product())
            // makes the clock that is injected
            .and()
            .doNotHaveSimpleName("SystemClock")
            .should()
            .accessTargetWhere(
                DescribedPredicate.describe(
                    "it reads the machine's time", HabitWalls::readsTheTime))
            .because("what happens at midnight must be tried at noon"));
  }

  private static boolean readsTheTime(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getTarget().getName();
    if (owner.isEquivalentTo(System.class)) {
      return name.equals("currentTimeMillis");
    }
    if (owner.isEquivalentTo(Clock.class)) {
      return name.startsWith("system") || name.startsWith("tick");
    }
    return owner.getPackageName().startsWith("java.time")
        && name.equals("now")
        && !access.getTarget().getFullName().contains(Clock.class.getName());
  }

  private static Wall namesSay(House house) {
    return new Wall(
        "names_say_what_a_thing_is",
        noClasses()
            .that(
                resideInAnyPackage(house.product())
                    .or(resideInAnyPackage(house.launcher(), house.sandbox())))
            .should()
            .haveNameMatching(EMPTY_WORD.pattern())
            .because("a manager, a helper, an impl is a class whose purpose nobody has found yet"));
  }
}
