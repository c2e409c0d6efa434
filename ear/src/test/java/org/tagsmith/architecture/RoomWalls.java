package org.tagsmith.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.List;

/** Between the modules. Maven stops most of it earlier; this also holds inside one class path. */
final class RoomWalls {
  private RoomWalls() {}

  static List<Wall> of(House house) {
    return List.of(
        theDomainKnowsNobody(house),
        connectorsAreStrangers(house),
        connectorsSeeThePortsOnly(house),
        theWidgetNeverNamesAConnector(house),
        theLauncherAndTheSandboxStayOutside(house),
        theLauncherAndTheSandboxKnowNoRoom(house));
  }

  private static Wall theDomainKnowsNobody(House house) {
    return new Wall(
        "the_domain_knows_nobody",
        noClasses()
            .that()
            .resideInAPackage(house.domain())
            .should()
            .dependOnClassesThat(
                resideInAPackage(house.root() + "..").and(resideOutsideOfPackages(house.domain())))
            .because("the model must outlive every helpdesk and every page"));
  }

  private static Wall connectorsAreStrangers(House house) {
    return new Wall(
        "connectors_are_strangers",
        slices()
            .matching(house.root() + ".connector.(*)..")
            .should()
            .notDependOnEachOther()
            .because("with two connectors a copy is cheaper than a wrong base class"));
  }

  private static Wall connectorsSeeThePortsOnly(House house) {
    return new Wall(
        "connectors_see_the_ports_only",
        noClasses()
            .that()
            .resideInAPackage(house.connectors())
            .should()
            .dependOnClassesThat(
                resideInAPackage(house.root() + "..")
                    .and(resideOutsideOfPackages(house.connectors()))
                    .and(resideOutsideOfPackages(house.ports())))
            .because("a connector implements domain.sync; use cases call it, never it them"));
  }

  private static Wall theWidgetNeverNamesAConnector(House house) {
    return new Wall(
        "the_widget_never_names_a_connector",
        noClasses()
            .that()
            .resideInAPackage(house.widget())
            .should()
            .dependOnClassesThat()
            .resideInAPackage(house.connectors())
            .because("a third helpdesk must cost one module and one line in ear/pom.xml"));
  }

  private static Wall theLauncherAndTheSandboxStayOutside(House house) {
    return new Wall(
        "the_launcher_and_the_sandbox_stay_outside",
        noClasses()
            .that()
            .resideInAnyPackage(house.product())
            .should()
            .dependOnClassesThat(resideInAnyPackage(house.launcher(), house.sandbox()))
            .because("neither is in the EAR: what needs them would not start at a customer's"));
  }

  private static Wall theLauncherAndTheSandboxKnowNoRoom(House house) {
    return new Wall(
        "the_launcher_and_the_sandbox_know_no_room",
        noClasses()
            .that()
            .resideInAnyPackage(house.launcher(), house.sandbox())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(house.product())
            .because("a sandbox that shares our code shares our mistakes about the vendor"));
  }
}
