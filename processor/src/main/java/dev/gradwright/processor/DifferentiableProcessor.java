package dev.gradwright.processor;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.JavaFile;
import dev.gradwright.processor.diagnostic.Diagnostic;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.emit.GeneratedSource;
import dev.gradwright.processor.javac.Compiler;
import dev.gradwright.processor.resolve.Annotations;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/** Generates the gradient of each differentiable class. */
@AutoService(Processor.class)
public final class DifferentiableProcessor extends AbstractProcessor {

    private static final Set<String> ASK_FOR_GRADIENT =
            Set.of(Annotations.DIFFERENTIABLE, Annotations.REGULARIZATION);

    private final Set<String> waiting = new LinkedHashSet<>();
    private Compiler compiler;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        // those of generated code are claimed too, for under -Xlint:processing an annotation that nobody claims draws a warning
        return Set.of("dev.gradwright.*", "javax.annotation.processing.Generated", "org.junit.jupiter.api.Test");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        try {
            compiler = Compiler.of(environment);
        } catch (IllegalArgumentException e) {
            environment
                    .getMessager()
                    .printMessage(
                            Kind.ERROR,
                            Diagnostic.of(Message.NEEDS_JAVAC, dev.gradwright.processor.ir.Position.NOWHERE, e.getMessage())
                                    .text());
        }
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (compiler != null && !round.processingOver()) {
            for (TypeElement annotation : annotations) {
                if (ASK_FOR_GRADIENT.contains(annotation.getQualifiedName().toString())) {
                    round.getElementsAnnotatedWith(annotation).forEach(this::await);
                }
            }
            for (String name : new TreeSet<>(waiting)) {
                TypeElement type = compiler.elements().getTypeElement(name);
                if (Headers.isResolved(type)) {
                    waiting.remove(name);
                    generate(type);
                }
            }
        }
        return true;
    }

    /** Enters the class that an annotated element belongs to. By name: elements do not outlive a round. */
    private void await(Element annotated) {
        Element element = annotated;
        while (!(element instanceof TypeElement type)) {
            element = element.getEnclosingElement();
        }
        waiting.add(type.getQualifiedName().toString());
    }

    /** Generates what belongs to one class. Whatever goes wrong in it is reported there, and the others go on. */
    private void generate(TypeElement type) {
        try {
            List<JavaFile> files = new Pipeline(compiler).run(type);
            for (JavaFile file : files) {
                write(file, type);
            }
        } catch (RuntimeException | StackOverflowError e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            compiler.reporter()
                    .report(Diagnostic.of(
                            Message.INTERNAL, compiler.position(type), type.getQualifiedName(), trace));
        }
    }

    private void write(JavaFile file, TypeElement source) {
        String name = GeneratedSource.qualifiedName(file);
        try (Writer writer = processingEnv.getFiler().createSourceFile(name, source).openWriter()) {
            file.writeTo(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
