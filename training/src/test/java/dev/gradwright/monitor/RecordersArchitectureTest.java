package dev.gradwright.monitor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Recorders know what is recorded, not who measures it, and not each other. */
@AnalyzeClasses(packagesOf = Recorder.class, importOptions = ImportOption.DoNotIncludeTests.class)
class RecordersArchitectureTest {

    private static final String ROOT = "dev.gradwright.monitor";

    @ArchTest
    static final ArchRule JSON_KNOWS_NOTHING_OF_THE_REST = noClasses()
            .that()
            .resideInAPackage(ROOT + ".json")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(ROOT + ".json", "java..");

    @ArchTest
    static final ArchRule FILES_USE_DATA_AND_JSON = uses(".file", ".json");

    @ArchTest
    static final ArchRule PAGES_USE_DATA_AND_JSON = uses(".page", ".json");

    @ArchTest
    static final ArchRule THE_CONSOLE_USES_DATA = uses(".console", ".console");

    @ArchTest
    static final ArchRule TENSORBOARD_USES_DATA = uses(".tensorboard", ".tensorboard");

    private static ArchRule uses(String own, String other) {
        return classes()
                .that()
                .resideInAPackage(ROOT + own)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT, ROOT + own, ROOT + other, "dev.gradwright.chart", "java..", "com.sun.net.httpserver..");
    }
}
