package dev.gradwright.processor;

import com.google.auto.service.AutoService;
import dev.gradwright.processor.check.ClassIndex;
import dev.gradwright.processor.diagnostic.Diagnostic;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.javac.Compiler;
import dev.gradwright.processor.resolve.Annotations;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/** Generates the gradient, tangent and checker of each differentiable class, and the tests that markers ask for. */
@AutoService(Processor.class)
public final class DifferentiableProcessor extends AbstractProcessor {

    private static final Set<String> ASK_FOR_GRADIENT = Set.of(
            Annotations.DIFFERENTIABLE,
            Annotations.REGULARIZATION,
            Annotations.CUSTOM_DERIVATIVE,
            Annotations.RULE_FOR);

    /** How many classes may have been read and not handed on: a bound for memory, and the same order of messages on every machine. */
    private static final int MOST_UNFINISHED = 16;

    /** Differentiable classes whose declarations are not complete yet. By name: elements do not outlive a round. */
    private final Set<String> waiting = new TreeSet<>();

    private final Set<String> generated = new TreeSet<>();
    private final Set<String> markers = new TreeSet<>();
    private final Set<String> tested = new TreeSet<>();
    private final Function<Compiler, Function<TypeElement, Supplier<Generated>>> pipeline;
    private Compiler compiler;
    private ClassIndex index;

    /** For the compiler. */
    public DifferentiableProcessor() {
        this(compiler -> new Pipeline(compiler)::read);
    }

    /** A processor with other stages. */
    DifferentiableProcessor(Function<Compiler, Function<TypeElement, Supplier<Generated>>> pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        // those of generated code, and of tests beside generated ones, are claimed too, for under -Xlint:processing an
        // annotation that
        // nobody claims draws a warning
        return Set.of("dev.gradwright.*", "javax.annotation.processing.Generated", "org.junit.jupiter.*");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(Pipeline.PLAN, Pipeline.TRACE);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        index = new ClassIndex(environment.getFiler());
        try {
            compiler = Compiler.of(environment);
        } catch (IllegalArgumentException e) {
            Diagnostic diagnostic = Diagnostic.of(Message.NEEDS_JAVAC, Position.NOWHERE, e.getMessage());
            environment.getMessager().printMessage(Kind.ERROR, diagnostic.text());
        }
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (compiler == null) {
            return true;
        }
        if (round.processingOver()) {
            index.add(generated);
            return true;
        }
        for (TypeElement annotation : annotations) {
            String name = annotation.getQualifiedName().toString();
            // the others are only claimed: to look for their elements would search all that is generated
            if (ASK_FOR_GRADIENT.contains(name)) {
                addClasses(round.getElementsAnnotatedWith(annotation), waiting);
            } else if (name.equals(Annotations.GRADIENT_TESTS)) {
                addClasses(round.getElementsAnnotatedWith(annotation), markers);
            }
        }
        // tests come first: they are of classes whose checkers were there when the round began
        markers.forEach(this::generateTests);
        generateDerivatives();
        return true;
    }

    /** Reads classes one after the other, for the compiler wants a single thread; what has been read is derived on others meanwhile. */
    private void generateDerivatives() {
        Function<TypeElement, Supplier<Generated>> reader = pipeline.apply(compiler);
        Deque<Runnable> unfinished = new ArrayDeque<>();
        try (Workers workers = new Workers()) {
            for (String name : List.copyOf(waiting)) {
                TypeElement type = compiler.elements().getTypeElement(name);
                if (Headers.isResolved(type)) {
                    waiting.remove(name);
                    generated.add(name);
                    guarded(type, () -> {
                        Supplier<Generated> result = workers.begin(DeepStack.call(() -> reader.apply(type)));
                        unfinished.add(() -> guarded(type, () -> file(result.get(), type)));
                    });
                }
                if (unfinished.size() > MOST_UNFINISHED) {
                    unfinished.remove().run();
                }
            }
            unfinished.forEach(Runnable::run);
        }
    }

    /** Hands what was generated for a class to the compiler. */
    private void file(Generated result, TypeElement type) {
        result.diagnostics().forEach(compiler.reporter()::report);
        result.files().forEach(file -> write(file.name(), file.text(), type));
    }

    private void generateTests(String name) {
        TypeElement marker = compiler.elements().getTypeElement(name);
        TestStubs stubs = new TestStubs(compiler, marker);
        Set<String> candidates = new TreeSet<>(generated);
        candidates.addAll(index.onClassPath());
        if (stubs.among(candidates).isEmpty() && waiting.isEmpty()) {
            stubs.reportNothing();
        }
        for (String candidate : candidates) {
            if (!tested.contains(candidate)) {
                guarded(
                        marker,
                        () -> stubs.of(candidate).ifPresent(file -> {
                            tested.add(candidate);
                            write(file.qualifiedName(), file.text(), marker);
                        }));
            }
        }
    }

    private static void addClasses(Set<? extends Element> annotated, Set<String> names) {
        annotated.forEach(element -> names.add(nameOfClass(element)));
    }

    private static String nameOfClass(Element annotated) {
        Element element = annotated;
        while (!(element instanceof TypeElement)) {
            element = element.getEnclosingElement();
        }
        return ((TypeElement) element).getQualifiedName().toString();
    }

    /** Does what belongs to one class. Whatever goes wrong is reported there, and the others go on. */
    private void guarded(TypeElement type, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | StackOverflowError e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            compiler.reporter()
                    .report(Diagnostic.of(Message.INTERNAL, compiler.position(type), type.getQualifiedName(), trace));
        }
    }

    /** Writes a file in one piece, for the compiler's writer has no buffer in front of its encoder. */
    private void write(String name, String text, TypeElement source) {
        try (Writer writer =
                processingEnv.getFiler().createSourceFile(name, source).openWriter()) {
            writer.write(text);
        } catch (FilerException e) {
            compiler.reporter().report(Diagnostic.of(Message.RESERVED_NAME, compiler.position(source), name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
