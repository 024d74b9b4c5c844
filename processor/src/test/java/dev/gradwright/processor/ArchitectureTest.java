package dev.gradwright.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The direction of dependencies between the processor's packages. */
@AnalyzeClasses(packagesOf = DifferentiableProcessor.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.gradwright.processor";

    @ArchTest
    static final ArchRule PACKAGES_USE_ONLY_WHAT_COMES_BEFORE_THEM = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("root")
            .definedBy(ROOT)
            .layer("ir")
            .definedBy(ROOT + ".ir")
            .layer("diagnostic")
            .definedBy(ROOT + ".diagnostic")
            .layer("javac")
            .definedBy(ROOT + ".javac")
            .layer("resolve")
            .definedBy(ROOT + ".resolve")
            .layer("rules")
            .definedBy(ROOT + ".rules..")
            .layer("lower")
            .definedBy(ROOT + ".lower..")
            .layer("analysis")
            .definedBy(ROOT + ".analysis")
            .layer("derive")
            .definedBy(ROOT + ".derive")
            .layer("emit")
            .definedBy(ROOT + ".emit")
            .layer("check")
            .definedBy(ROOT + ".check")
            .whereLayer("ir")
            .mayNotAccessAnyLayer()
            .whereLayer("diagnostic")
            .mayOnlyAccessLayers("ir")
            .whereLayer("javac")
            .mayOnlyAccessLayers("ir", "diagnostic")
            .whereLayer("resolve")
            .mayOnlyAccessLayers("ir")
            .whereLayer("rules")
            .mayOnlyAccessLayers("ir")
            .whereLayer("lower")
            .mayOnlyAccessLayers("ir", "diagnostic", "javac", "resolve", "rules")
            .whereLayer("analysis")
            .mayOnlyAccessLayers("ir", "rules")
            .whereLayer("derive")
            .mayOnlyAccessLayers("ir", "rules", "analysis")
            .whereLayer("emit")
            .mayOnlyAccessLayers("ir", "rules", "analysis", "derive")
            .whereLayer("check")
            .mayOnlyAccessLayers("ir", "derive", "emit")
            .whereLayer("root")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule PARTS_OF_LOWERING_USE_ONLY_WHAT_COMES_BEFORE_THEM = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("lowering")
            .definedBy(ROOT + ".lower")
            .layer("site")
            .definedBy(ROOT + ".lower.site")
            .layer("object")
            .definedBy(ROOT + ".lower.object")
            .layer("body")
            .definedBy(ROOT + ".lower.body")
            .layer("declare")
            .definedBy(ROOT + ".lower.declare")
            .layer("expression")
            .definedBy(ROOT + ".lower.expression")
            .layer("given")
            .definedBy(ROOT + ".lower.given")
            .layer("call")
            .definedBy(ROOT + ".lower.call")
            .layer("control")
            .definedBy(ROOT + ".lower.control")
            .whereLayer("site")
            .mayNotAccessAnyLayer()
            .whereLayer("object")
            .mayOnlyAccessLayers("site")
            .whereLayer("body")
            .mayOnlyAccessLayers("site", "object")
            .whereLayer("declare")
            .mayOnlyAccessLayers("site", "object")
            .whereLayer("expression")
            .mayOnlyAccessLayers("site", "object", "body", "declare")
            .whereLayer("given")
            .mayOnlyAccessLayers("site", "declare", "expression")
            .whereLayer("call")
            .mayOnlyAccessLayers("site", "object", "body", "declare", "expression", "given")
            .whereLayer("control")
            .mayOnlyAccessLayers("site", "object", "body", "expression")
            .whereLayer("lowering")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule TREES_OF_THE_COMPILER_STAY_WHERE_SOURCES_ARE_READ = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".javac", ROOT + ".lower..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.sun..");

    @ArchTest
    static final ArchRule ONLY_WHAT_PRINTS_KNOWS_THE_PRINTER = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, ROOT + ".emit", ROOT + ".check", ROOT + ".source")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".source");

    @ArchTest
    static final ArchRule THE_PRINTER_KNOWS_NOTHING_OF_DERIVATIVES = classes()
            .that()
            .resideInAPackage(ROOT + ".source")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + ".source", "java..", "javax.lang.model..");

    @ArchTest
    static final ArchRule DERIVATIVES_ARE_FREE_OF_THE_COMPILER = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".ir", ROOT + ".rules", ROOT + ".analysis", ROOT + ".derive")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.lang.model..", "javax.annotation..", "javax.tools..");

    @ArchTest
    static final ArchRule THE_RUNTIME_IS_KNOWN_BY_NAME_ONLY = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.gradwright",
                    "dev.gradwright.tape..",
                    "dev.gradwright.shape..",
                    "dev.gradwright.check..",
                    "dev.gradwright.optimize..");
}
