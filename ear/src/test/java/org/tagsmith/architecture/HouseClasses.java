package org.tagsmith.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.regex.Pattern;

/**
 * The compiled classes under a house's root, read once: reading them takes longer than all rules.
 */
final class HouseClasses {
  private static final Pattern TESTS = Pattern.compile(".*(?:/test-classes/|-tests\\.jar!).*");

  /** What is shipped, the launcher and the sandbox, as they lie on the class path. */
  static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(location -> !location.matches(TESTS))
          .importPackages(House.PRODUCT.root());

  /** The house that breaks every rule. */
  static final JavaClasses BROKEN = new ClassFileImporter().importPackages(House.BROKEN.root());

  private HouseClasses() {}
}
