package dev.gradwright.processor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.gradwright.processor.DifferentiableProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;

/** Classes compiled with the processor, from sources in a string each, all in package {@code t}. */
public final class Compiled {

    private static final String HEADER = """
            package t;
            import dev.gradwright.*;
            import java.util.*;
            import java.util.function.*;
            import java.util.random.RandomGenerator;
            import java.util.stream.*;
            import dev.gradwright.linalg.*; import dev.gradwright.math.*;
            import org.ejml.data.DMatrixRMaj;
            import org.ejml.dense.row.*;
            import org.ejml.simple.SimpleMatrix;
            """;

    private static final Pattern DECLARATION = Pattern.compile("\\b(?:class|interface|record|enum) (\\w+)");

    private final Compilation compilation;
    private final Loader loader;

    private Compiled(Compilation compilation) {
        this.compilation = compilation;
        this.loader = new Loader(compilation);
    }

    /** Compiles classes; fails with the compiler's messages and the generated sources if that does not go without a warning. */
    public static Compiled of(String... classes) {
        Compilation compilation = compile(classes);
        if (compilation.status() != Compilation.Status.SUCCESS) {
            throw new AssertionError(compilation.diagnostics());
        }
        return new Compiled(compilation);
    }

    /** Compiles classes whose derivatives tell what every line touches. */
    public static Compiled traced(String... classes) {
        Compilation compilation = Compiler.javac()
                .withProcessors(new DifferentiableProcessor())
                .withOptions("-Xlint:all", "-Werror", "-parameters", "-Agradwright.trace")
                .compile(files(classes));
        if (compilation.status() != Compilation.Status.SUCCESS) {
            throw new AssertionError(compilation.diagnostics() + "\n"
                    + compilation.generatedSourceFiles().stream()
                            .map(Compiled::content)
                            .toList());
        }
        return new Compiled(compilation);
    }

    /** Classes that have been compiled without an error. */
    public static Compiled of(Compilation compilation) {
        return new Compiled(compilation);
    }

    /** Compiles classes, whatever comes of it. */
    public static Compilation compile(String... classes) {
        return Compiler.javac()
                .withProcessors(new DifferentiableProcessor())
                .withOptions("-Xlint:all", "-Werror", "-parameters")
                .compile(files(classes));
    }

    /** The classes as files. */
    public static JavaFileObject[] files(String... classes) {
        JavaFileObject[] files = new JavaFileObject[classes.length];
        for (int i = 0; i < files.length; i++) {
            files[i] = JavaFileObjects.forSourceString("t." + nameOf(classes[i]), HEADER + classes[i]);
        }
        return files;
    }

    /** The same classes, but for one that is taken from another compilation: what a change without recompiling gives. */
    public Compiled with(Compiled other, String simpleName) {
        Compiled mixed = new Compiled(compilation);
        mixed.loader.classes.put("t." + simpleName, other.loader.classes.get("t." + simpleName));
        return mixed;
    }

    /** How many lines stand before the first line of a class. */
    public static int headerLines() {
        return (int) HEADER.lines().count();
    }

    /** Whether there is a class of that name. */
    public boolean has(String simpleName) {
        return compilation.generatedFiles().stream()
                .anyMatch(file -> file.getName().endsWith("/t/" + simpleName + ".class"));
    }

    public Class<?> type(String simpleName) {
        try {
            return loader.loadClass("t." + simpleName);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("not compiled: " + simpleName, e);
        }
    }

    /** The text of a generated class. */
    public String source(String simpleName) {
        List<String> found = compilation.generatedSourceFiles().stream()
                .filter(file -> file.getName().endsWith("/" + simpleName + ".java"))
                .map(Compiled::content)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String nameOf(String source) {
        Matcher declaration = DECLARATION.matcher(source);
        if (!declaration.find()) {
            throw new IllegalArgumentException("no class is declared in " + source);
        }
        return declaration.group(1);
    }

    /** The text of a file. */
    public static String content(JavaFileObject file) {
        try {
            return file.getCharContent(true).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Loader extends ClassLoader {

        private final Map<String, byte[]> classes = new HashMap<>();

        Loader(Compilation compilation) {
            super(Compiled.class.getClassLoader());
            setDefaultAssertionStatus(true);
            for (JavaFileObject file : compilation.generatedFiles()) {
                if (file.getKind() == JavaFileObject.Kind.CLASS) {
                    String path = file.getName();
                    String name = path.substring("/CLASS_OUTPUT/".length(), path.length() - ".class".length());
                    classes.put(name.replace('/', '.'), bytes(file));
                }
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }

        private static byte[] bytes(JavaFileObject file) {
            try (InputStream in = file.openInputStream()) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
