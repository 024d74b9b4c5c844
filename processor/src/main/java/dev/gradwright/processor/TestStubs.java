package dev.gradwright.processor;

import dev.gradwright.processor.check.CheckerClass;
import dev.gradwright.processor.check.TestClass;
import dev.gradwright.processor.check.Tuning;
import dev.gradwright.processor.diagnostic.Diagnostic;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.emit.GeneratedSource;
import dev.gradwright.processor.emit.Names;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.javac.Compiler;
import dev.gradwright.processor.resolve.Annotations;
import dev.gradwright.processor.resolve.IrTypes;
import dev.gradwright.processor.source.ClassName;
import dev.gradwright.processor.source.JavaFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Makes the tests that a {@code @GradientTests} marker asks for, from the checkers that lie in its package and below. */
final class TestStubs {

    private final Compiler compiler;
    private final String packageName;
    private final Position position;

    /** The tests that a marker asks for. */
    TestStubs(Compiler compiler, TypeElement marker) {
        this.compiler = compiler;
        this.packageName =
                compiler.elements().getPackageOf(marker).getQualifiedName().toString();
        this.position = compiler.position(marker);
    }

    /** The test of a class; none if it lies elsewhere, or exists no more, or has a test of that name written by hand. */
    Optional<JavaFile> of(String differentiable) {
        TypeElement type = compiler.elements().getTypeElement(differentiable);
        if (type == null || !isBelow(type)) {
            return Optional.empty();
        }
        var name = new IrTypes(compiler.elements(), compiler.types()).name(type);
        ClassName checker = Names.of(name.generated(CheckerClass.CHECKER));
        TypeElement generated = compiler.elements().getTypeElement(checker.canonicalName());
        if (generated == null || isWrittenByHand(TestClass.name(checker.canonicalName()))) {
            return Optional.empty();
        }
        List<TestClass.Check> checks = checks(type, generated);
        checks.stream()
                .filter(check -> !check.hasSample())
                .findFirst()
                .ifPresent(check -> compiler.reporter()
                        .report(Diagnostic.of(
                                Message.NO_SAMPLE,
                                position,
                                differentiable,
                                check.method(),
                                TestClass.name(checker.simpleName()))));
        return Optional.of(GeneratedSource.of(checker.packageName(), TestClass.of(checker, checks), differentiable));
    }

    /** Tells that a marker found nothing. */
    void reportNothing() {
        compiler.reporter()
                .report(Diagnostic.of(
                        Message.NO_MARKED_CLASSES,
                        position,
                        packageName.isEmpty() ? "the unnamed package" : packageName));
    }

    /** Which of some classes lie where the marker looks. */
    List<String> among(Set<String> names) {
        return names.stream()
                .filter(name -> Optional.ofNullable(compiler.elements().getTypeElement(name))
                        .filter(this::isBelow)
                        .isPresent())
                .toList();
    }

    /** Whether the sources have a class of that name; one that is only a class file is our own from an earlier compilation. */
    private boolean isWrittenByHand(String name) {
        return Optional.ofNullable(compiler.elements().getTypeElement(name))
                .flatMap(compiler::fileOf)
                .isPresent();
    }

    private boolean isBelow(TypeElement type) {
        String own = compiler.elements().getPackageOf(type).getQualifiedName().toString();
        return packageName.isEmpty() || own.equals(packageName) || own.startsWith(packageName + ".");
    }

    private List<TestClass.Check> checks(TypeElement type, TypeElement checker) {
        List<String> names = ElementFilter.methodsIn(checker.getEnclosedElements()).stream()
                .map(ExecutableElement::getSimpleName)
                .map(Object::toString)
                .distinct()
                .toList();
        List<TestClass.Check> checks = new ArrayList<>();
        for (String name : names) {
            boolean isSample = name.endsWith(CheckerClass.SAMPLE)
                    && names.contains(name.substring(0, name.length() - CheckerClass.SAMPLE.length()));
            if (!isSample) {
                checks.add(new TestClass.Check(name, names.contains(name + CheckerClass.SAMPLE), tuning(type, name)));
            }
        }
        return checks;
    }

    /** The options of a method, or else of its class. */
    private Tuning tuning(TypeElement type, String method) {
        Element annotated = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(each -> each.getSimpleName().contentEquals(method))
                .filter(each -> Annotations.has(each, Annotations.GRADIENT_CHECK_OPTIONS))
                .map(Element.class::cast)
                .findFirst()
                .orElse(type);
        Tuning tuning = new Tuning(Annotations.values(annotated, Annotations.GRADIENT_CHECK_OPTIONS));
        for (String mistake : tuning.mistakes()) {
            compiler.reporter().report(Diagnostic.of(Message.CHECK_OPTIONS, position, type.getSimpleName(), mistake));
        }
        return tuning.mistakes().isEmpty() ? tuning : Tuning.NONE;
    }
}
