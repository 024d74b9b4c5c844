package dev.gradwright.train;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The direction of dependencies between the packages of training. */
@AnalyzeClasses(packagesOf = Trainer.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.gradwright.train";

    @ArchTest
    static final ArchRule TRAINING_KNOWS_NOTHING_OF_MONITORS = noClasses()
            .that()
            .resideInAPackage(ROOT + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.gradwright.monitor..");

    @ArchTest
    static final ArchRule PACKAGES_USE_ONLY_WHAT_COMES_BEFORE_THEM = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("data")
            .definedBy(ROOT + ".data")
            .layer("objective")
            .definedBy(ROOT + ".objective")
            .layer("checkpoint")
            .definedBy(ROOT + ".checkpoint")
            .layer("sanity")
            .definedBy(ROOT + ".sanity")
            .layer("progress")
            .definedBy(ROOT + ".progress")
            .layer("train")
            .definedBy(ROOT)
            .whereLayer("data")
            .mayNotAccessAnyLayer()
            .whereLayer("objective")
            .mayOnlyAccessLayers("data")
            .whereLayer("checkpoint")
            .mayNotAccessAnyLayer()
            .whereLayer("sanity")
            .mayOnlyAccessLayers("data", "objective")
            .whereLayer("progress")
            .mayOnlyAccessLayers("train")
            .whereLayer("train")
            .mayOnlyAccessLayers("data", "objective", "checkpoint");
}
