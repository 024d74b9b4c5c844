package dev.gradwright;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.gradwright.tape.DecisionLog;
import dev.gradwright.tape.TransposeLog;

@AnalyzeClasses(packages = "dev.gradwright", importOptions = ImportOption.DoNotIncludeTests.class)
class RuntimeDependenciesTest {

    @ArchTest
    static final ArchRule NOTHING_KNOWS_THE_PROCESSOR = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.gradwright.processor..", "javax.annotation.processing..");

    @ArchTest
    static final ArchRule TAPE_AND_SHAPE_STAND_ALONE = noClasses()
            .that()
            .resideInAnyPackage("dev.gradwright.tape..", "dev.gradwright.shape..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.gradwright.optimize..", "dev.gradwright");

    @ArchTest
    static final ArchRule TAPE_AND_SHAPE_DO_NOT_KNOW_EACH_OTHER =
            slices().matching("dev.gradwright.(tape|shape)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule KERNELS_STAND_ALONE = noClasses()
            .that()
            .resideInAPackage("dev.gradwright.kernel..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.gradwright..").and(resideOutsideOfPackage("dev.gradwright.kernel..")));

    @ArchTest
    static final ArchRule OPTIMIZERS_USE_PARAMETERS_AND_CHARTS_ONLY = noClasses()
            .that()
            .resideInAPackage("dev.gradwright.optimize..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.gradwright.tape..", "dev.gradwright.shape..", "dev.gradwright.check..", "org.ejml..");

    @ArchTest
    static final ArchRule THE_CORE_USES_NO_OTHER_PACKAGE = noClasses()
            .that()
            .resideInAPackage("dev.gradwright")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.gradwright.tape..",
                    "dev.gradwright.shape..",
                    "dev.gradwright.optimize..",
                    "dev.gradwright.minimize..",
                    "dev.gradwright.chart..");

    @ArchTest
    static final ArchRule CHARTS_STAND_ALONE = noClasses()
            .that()
            .resideInAPackage("dev.gradwright.chart..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.gradwright..").and(resideOutsideOfPackage("dev.gradwright.chart..")));

    @ArchTest
    static final ArchRule MINIMIZERS_USE_PARAMETERS_ONLY = noClasses()
            .that()
            .resideInAPackage("dev.gradwright.minimize..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.gradwright.*..")
                    .and(resideOutsideOfPackage("dev.gradwright.minimize.."))
                    .or(resideInAPackage("org.ejml..")));

    @ArchTest
    static final ArchRule CHECKS_USE_PARAMETERS_AND_THE_TAPES_LOGS = noClasses()
            .that()
            .resideInAPackage("dev.gradwright.check..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.gradwright.*..")
                    .and(resideOutsideOfPackage("dev.gradwright.check.."))
                    .and(resideOutsideOfPackage("dev.gradwright.chart.."))
                    .and(resideOutsideOfPackage("dev.gradwright.kernel.."))
                    .and(not(type(DecisionLog.class)))
                    .and(not(type(TransposeLog.class))));

    @ArchTest
    static final ArchRule ONLY_THE_OUTPUT_OF_CHECKS_DRAWS = noClasses()
            .that()
            .resideInAPackage("dev.gradwright.check..")
            .and()
            .resideOutsideOfPackage("dev.gradwright.check.output..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.gradwright.chart..", "dev.gradwright.check.output..");

    @ArchTest
    static final ArchRule PARTS_OF_CHECKS_FORM_NO_CYCLES =
            slices().matching("dev.gradwright.check.(*)..").should().beFreeOfCycles();
}
