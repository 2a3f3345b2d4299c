package dev.brine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The direction of dependencies between the packages, and which third party each of them may use.
 */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.brine");

  /** Lowest first; each may use those before it. */
  private static final List<String> LAYERS =
      List.of(
          "dev.brine.error",
          "dev.brine.schema",
          "dev.brine.expr",
          "dev.brine.mapping",
          "dev.brine.pickle",
          "dev.brine.shape",
          "dev.brine.series",
          "dev.brine.codec",
          "dev.brine.sql",
          "dev.brine.jooq",
          "dev.brine.engine",
          "dev.brine.orm.compile",
          "dev.brine.orm",
          "dev.brine.catalog",
          "dev.brine.json",
          "dev.brine.policy",
          "dev.brine.envelope",
          "dev.brine.wrapping",
          "dev.brine",
          "dev.brine.bulk",
          "dev.brine.scan",
          "dev.brine.cli");

  @Test
  void theClassesWereFound() {
    assertThat(CLASSES.size()).isGreaterThan(100);
  }

  @Test
  void packagesDependOnlyOnLowerOnes() {
    var layered = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String layer : LAYERS) {
      layered = layered.optionalLayer(layer).definedBy(layer);
    }
    for (int i = 0; i < LAYERS.size(); i++) {
      String[] higher = LAYERS.subList(i + 1, LAYERS.size()).toArray(String[]::new);
      layered =
          higher.length == 0
              ? layered.whereLayer(LAYERS.get(i)).mayNotBeAccessedByAnyLayer()
              : layered.whereLayer(LAYERS.get(i)).mayOnlyBeAccessedByLayers(higher);
    }
    layered.check(CLASSES);
  }

  @Test
  void noPackageIsOutsideTheLayers() {
    ArchRule rule =
        noClasses()
            .should()
            .resideOutsideOfPackages(LAYERS.toArray(String[]::new))
            .because("a new package must be given its place in the order");
    rule.check(CLASSES);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("dev.brine.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "net.razorvine | dev.brine.pickle",
        "org.jooq | dev.brine.jooq,dev.brine.engine,dev.brine.orm,dev.brine.catalog,dev.brine.cli",
        "com.zaxxer | dev.brine.engine",
        "picocli | dev.brine.cli",
        "com.fasterxml |"
            + " dev.brine.jooq,dev.brine.catalog,dev.brine.json,dev.brine.wrapping,dev.brine.bulk,"
            + "dev.brine.cli",
        "org.apache.commons.compress | dev.brine.wrapping",
      })
  void aThirdPartyStaysInItsPackage(String thirdParty, String packages) {
    List<String> allowed = List.of(packages.split(","));
    noClasses()
        .that(DescribedPredicate.not(residesIn(allowed)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(thirdParty + "..")
        .check(CLASSES);
  }

  /** All that touches a dump; not who reads files and databases for it. */
  private static final String[] TOUCHING_DUMPS = {
    "dev.brine.schema",
    "dev.brine.expr",
    "dev.brine.mapping",
    "dev.brine.pickle",
    "dev.brine.codec",
    "dev.brine.shape",
    "dev.brine.series",
    "dev.brine.sql",
    "dev.brine.json",
    "dev.brine.policy",
    "dev.brine.wrapping"
  };

  @Test
  void whatTouchesDumpsOpensNothing() {
    noClasses()
        .that()
        .resideInAnyPackage(TOUCHING_DUMPS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.net..",
            "java.nio.file..",
            "java.nio.channels..",
            "java.rmi..",
            "javax.naming..",
            "javax.script..",
            "java.sql..",
            "javax.sql..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.io\\.(File.*|RandomAccessFile|ObjectInputStream|ObjectOutputStream)"
                + "|java\\.lang\\.(ClassLoader|Process.*)")
        .orShould()
        .callMethodWhere(
            JavaCall.Predicates.target(owner(type(Runtime.class)))
                .and(JavaCall.Predicates.target(nameMatching("exec|load.*"))))
        .check(CLASSES);
  }

  /** The JSON form of records is told by their components; of names in its own table only. */
  @Test
  void whatTouchesDumpsReflectsOnNothingButTheRecordsOfTheTree() {
    noClasses()
        .that()
        .resideInAnyPackage(TOUCHING_DUMPS)
        .and()
        .resideOutsideOfPackage("dev.brine.json")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.reflect")
        .orShould()
        .callMethod(Class.class, "forName", String.class)
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("dev.brine.json")
        .and()
        .doNotHaveSimpleName("FormTable")
        .should()
        .callMethod(Class.class, "forName", String.class)
        .check(CLASSES);
  }

  @Test
  void failuresAreBrinesOwn() {
    NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(CLASSES);
  }

  @Test
  void onlyTheCommandLinePrints() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(
        CLASSES.that(DescribedPredicate.not(residesIn(List.of("dev.brine.cli")))));
  }

  private static DescribedPredicate<JavaClass> residesIn(List<String> packages) {
    return DescribedPredicate.describe(
        "in " + packages, javaClass -> packages.contains(javaClass.getPackageName()));
  }
}
