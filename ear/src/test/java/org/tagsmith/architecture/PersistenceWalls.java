package org.tagsmith.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.Dependency;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.util.List;

/** Around tables, rows and transactions. */
final class PersistenceWalls {
  private PersistenceWalls() {}

  static List<Wall> of(House house) {
    return List.of(
        persistenceIsHidden(house),
        adaptersArePackagePrivate(house),
        hibernateStaysBehindPersistence(house),
        sqlStaysBehindPersistence(house),
        flywayStaysInSchema(house),
        entitiesStayBehindPersistence(house),
        transactionsStartInUseCases(house));
  }

  private static Wall persistenceIsHidden(House house) {
    return new Wall(
        "persistence_is_hidden",
        classes()
            .that()
            .resideInAnyPackage(house.product())
            .should(
                FeatureWalls.haveNo(
                    "import of a persistence package but its own",
                    dependency -> looksIntoPersistence(house, dependency)))
            .because("callers know the port; the adapter may change its tables in peace"));
  }

  private static boolean looksIntoPersistence(House house, Dependency dependency) {
    return resideInAPackage(house.persistence()).test(dependency.getTargetClass())
        && !dependency
            .getTargetClass()
            .getPackageName()
            .equals(dependency.getOriginClass().getPackageName());
  }

  private static Wall adaptersArePackagePrivate(House house) {
    return new Wall(
        "adapters_are_package_private",
        noClasses()
            .that(resideInAnyPackage(house.persistence(), house.connectors()))
            // one package further inside, and closed by connectors_are_strangers and its neighbours
            .and(resideOutsideOfPackages(house.wire()))
            .and()
            .areTopLevelClasses()
            .should()
            .bePublic()
            .because("package-private is the lock: what nobody can name, nobody depends on"));
  }

  private static Wall hibernateStaysBehindPersistence(House house) {
    return new Wall(
        "hibernate_stays_behind_persistence",
        noClasses()
            .that(resideInAnyPackage(house.product()))
            .and(resideOutsideOfPackages(house.persistence()))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hibernate..", "jakarta.persistence..")
            .because("the mapping is a matter of the adapter, and pinned to one Hibernate"));
  }

  private static Wall sqlStaysBehindPersistence(House house) {
    return new Wall(
        "sql_stays_behind_persistence",
        noClasses()
            .that(resideInAnyPackage(house.product()))
            .and(resideOutsideOfPackages(house.persistence(), house.schema()))
            // defines the pool and hands it to the migration, where @Resource works; asks for life
            .and()
            .doNotHaveSimpleName("StartUp")
            .and()
            .doNotHaveSimpleName("DatabaseAnswers")
            // names the type of an exception to tell its SQL state, and reaches no database
            .and()
            .doNotHaveSimpleName("SqlState")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..")
            .because("a query outside its adapter is a query nobody finds when a table changes"));
  }

  private static Wall flywayStaysInSchema(House house) {
    return new Wall(
        "flyway_stays_in_schema",
        noClasses()
            .that(resideInAnyPackage(house.product()))
            .and(resideOutsideOfPackages(house.schema()))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.flywaydb..")
            .because("there is one truth about the tables and one way to reach it"));
  }

  private static Wall entitiesStayBehindPersistence(House house) {
    return new Wall(
        "entities_stay_behind_persistence",
        classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAnnotatedWith(Embeddable.class)
            .or()
            .areAnnotatedWith(MappedSuperclass.class)
            .should()
            .resideInAPackage(house.persistence())
            .andShould()
            .notBePublic()
            .because("a row is how a feature is kept, not what it is"));
  }

  private static Wall transactionsStartInUseCases(House house) {
    return new Wall(
        "transactions_start_in_use_cases",
        noClasses()
            .that(resideInAnyPackage(house.product()))
            .and(resideOutsideOfPackages(house.useCases()))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.transaction..")
            .because("only a use case knows what must happen together"));
  }
}
