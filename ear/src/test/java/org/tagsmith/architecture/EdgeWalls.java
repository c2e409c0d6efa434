package org.tagsmith.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import jakarta.ws.rs.HttpMethod;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where HTTP comes in and goes out. */
final class EdgeWalls {
  private EdgeWalls() {}

  static List<Wall> of(House house) {
    return List.of(
        restStaysInWidget(house),
        connectorsServeNobody(house),
        noEntityCrossesRest(house),
        theWidgetActsThroughUseCases(house));
  }

  private static Wall restStaysInWidget(House house) {
    return new Wall(
        "rest_stays_in_widget",
        noClasses()
            .that()
            .resideInAPackage(house.domain())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", "org.glassfish.jersey..")
            .because("a use case does not know that it was asked over HTTP"));
  }

  private static Wall connectorsServeNobody(House house) {
    return new Wall(
        "connectors_serve_nobody",
        noClasses()
            .that()
            .resideInAPackage(house.connectors())
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                        "jakarta.servlet..",
                        "jakarta.ws.rs.container..",
                        "jakarta.ws.rs.ext..",
                        "jakarta.ws.rs.sse..",
                        "org.glassfish.jersey.server..")
                    .or(resideInAPackage("jakarta.ws.rs").and(JavaClass.Predicates.ANNOTATIONS)))
            .because("a connector calls its helpdesk; whatever comes in comes in by the widget"));
  }

  private static Wall noEntityCrossesRest(House house) {
    return new Wall(
        "no_entity_crosses_rest",
        methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(house.resources())
            .and()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should(takeAndAnswerNothingOf(house))
            .because("JSON names are promised to others; the model must stay free to change"));
  }

  private static ArchCondition<JavaMethod> takeAndAnswerNothingOf(House house) {
    return new ArchCondition<>("take and answer views and requests, nothing of the domain") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
            .map(JavaType::getAllInvolvedRawTypes)
            .flatMap(Set::stream)
            .filter(resideInAPackage(house.domain()))
            .forEach(
                type ->
                    events.add(
                        violated(method, method.getDescription() + " carries " + type.getName())));
      }
    };
  }

  private static Wall theWidgetActsThroughUseCases(House house) {
    return new Wall(
        "the_widget_acts_through_use_cases",
        noClasses()
            .that(resideInAPackage(house.widget()))
            // reads a vocabulary as of an older version, for which no use case has anything to add
            .and()
            .doNotHaveSimpleName("ShownVocabulary")
            .should()
            .dependOnClassesThat(
                resideInAPackage(house.domain())
                    .and(resideOutsideOfPackages(house.useCases()))
                    .and(simpleNameEndingWith("Repository").or(simpleNameEndingWith("Store"))))
            .because("a change that passes by the use case passes by its checks and its audit"));
  }
}
