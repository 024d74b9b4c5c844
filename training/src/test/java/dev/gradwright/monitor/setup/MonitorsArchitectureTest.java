package dev.gradwright.monitor.setup;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The direction of dependencies between the packages of monitors. */
@AnalyzeClasses(packages = "dev.gradwright.monitor", importOptions = ImportOption.DoNotIncludeTests.class)
class MonitorsArchitectureTest {

    private static final String ROOT = "dev.gradwright.monitor";

    @ArchTest
    static final ArchRule MONITORS_USE_ONLY_WHAT_COMES_BEFORE_THEM = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("data")
            .definedBy(ROOT)
            .layer("measure")
            .definedBy(ROOT + ".measure")
            .layer("activation")
            .definedBy(ROOT + ".activation")
            .layer("advice")
            .definedBy(ROOT + ".advice")
            .layer("setup")
            .definedBy(ROOT + ".setup")
            .whereLayer("data")
            .mayNotAccessAnyLayer()
            .whereLayer("measure")
            .mayOnlyAccessLayers("data")
            .whereLayer("activation")
            .mayOnlyAccessLayers("data", "measure")
            .whereLayer("advice")
            .mayOnlyAccessLayers("data", "measure")
            .whereLayer("setup")
            .mayOnlyAccessLayers("data", "measure", "activation", "advice");

    @ArchTest
    static final ArchRule RULES_SEE_MEASUREMENTS_ALONE = noClasses()
            .that()
            .implement(ROOT + ".advice.Rule")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.gradwright.train..");
}
