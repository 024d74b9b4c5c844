package dev.gradwright.search;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The direction of dependencies between the packages of the search. */
@AnalyzeClasses(packagesOf = Study.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.gradwright.search";

    @ArchTest
    static final ArchRule PACKAGES_USE_ONLY_WHAT_COMES_BEFORE_THEM = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("space")
            .definedBy(ROOT + ".space")
            .layer("trial")
            .definedBy(ROOT + ".trial")
            .layer("sample")
            .definedBy(ROOT + ".sample")
            .layer("prune")
            .definedBy(ROOT + ".prune")
            .layer("journal")
            .definedBy(ROOT + ".journal")
            .layer("watch")
            .definedBy(ROOT + ".watch")
            .layer("study")
            .definedBy(ROOT)
            .layer("stage")
            .definedBy(ROOT + ".stage")
            .layer("report")
            .definedBy(ROOT + ".report")
            .whereLayer("space")
            .mayNotAccessAnyLayer()
            .whereLayer("trial")
            .mayOnlyAccessLayers("space")
            .whereLayer("sample")
            .mayOnlyAccessLayers("space", "trial")
            .whereLayer("prune")
            .mayOnlyAccessLayers("trial")
            .whereLayer("journal")
            .mayOnlyAccessLayers("space", "trial")
            .whereLayer("watch")
            .mayOnlyAccessLayers("space", "trial")
            .whereLayer("study")
            .mayOnlyAccessLayers("space", "trial", "sample", "prune", "journal", "watch")
            .whereLayer("stage")
            .mayOnlyAccessLayers("space", "trial", "sample", "watch", "study")
            .whereLayer("report")
            .mayOnlyAccessLayers("space", "trial", "journal", "watch");

    @ArchTest
    static final ArchRule TRAINING_IS_KNOWN_TO_ONE_CLASS = noClasses()
            .that()
            .doNotHaveSimpleName("ReportingHook")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.gradwright.train..");
}
