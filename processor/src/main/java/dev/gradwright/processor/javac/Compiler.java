package dev.gradwright.processor.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.gradwright.processor.diagnostic.Reporter;
import dev.gradwright.processor.ir.Position;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.StandardLocation;

/** The javac that runs us. */
public final class Compiler {

    private final Trees trees;
    private final Elements elements;
    private final Types types;
    private final Map<String, String> options;
    private final Reporter reporter;
    private final int release;
    private final Filer filer;
    private final Map<String, Boolean> plainRecords = new HashMap<>();
    private final Decisions decisions = new Decisions();

    private Compiler(ProcessingEnvironment environment) {
        this.trees = Trees.instance(environment);
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.release = environment.getSourceVersion().ordinal();
        this.options = environment.getOptions();
        this.filer = environment.getFiler();
        this.reporter = new JavacReporter(trees, environment.getMessager());
        JavacTask.instance(environment).addTaskListener(new Verifier(trees, types, decisions, reporter));
    }

    /**
     * The compiler behind an environment.
     *
     * @throws IllegalArgumentException if it is not javac
     */
    public static Compiler of(ProcessingEnvironment environment) {
        return new Compiler(unwrapped(environment));
    }

    /** Whether an option was given to the processor: {@code -Aname}, or {@code -Aname=true}. */
    public boolean isAsked(String option) {
        return options.containsKey(option) && !"false".equals(options.get(option));
    }

    public Elements elements() {
        return elements;
    }

    public Types types() {
        return types;
    }

    /** The version of the language that is compiled: 17 for Java 17. */
    public int release() {
        return release;
    }

    public Reporter reporter() {
        return reporter;
    }

    public Decisions decisions() {
        return decisions;
    }

    /** The file a class or member is declared in; empty for what comes from a class file. */
    public Optional<SourceFile> fileOf(Element element) {
        return Optional.ofNullable(trees.getPath(element))
                .map(path -> new SourceFile(path.getCompilationUnit(), trees.getSourcePositions()));
    }

    /** Whether a record that comes from a class file only keeps its components and gives them. */
    public boolean isPlainRecord(TypeElement type) {
        return plainRecords.computeIfAbsent(elements.getBinaryName(type).toString(), name -> {
            String packageName = elements.getPackageOf(type).getQualifiedName().toString();
            String file = name.substring(packageName.isEmpty() ? 0 : packageName.length() + 1) + ".class";
            ModuleElement module = elements.getModuleOf(type);
            boolean isNamed = module != null && !module.isUnnamed();
            String prefix = isNamed ? module.getQualifiedName() + "/" : "";
            return Stream.of(StandardLocation.CLASS_PATH, StandardLocation.MODULE_PATH, StandardLocation.CLASS_OUTPUT)
                    .flatMap(location -> bytes(location, prefix + packageName, file).stream())
                    .findFirst()
                    .filter(RecordCode::isPlain)
                    .isPresent();
        });
    }

    private Optional<byte[]> bytes(StandardLocation location, String packageName, String file) {
        try (InputStream in = filer.getResource(location, packageName, file).openInputStream()) {
            return Optional.of(in.readAllBytes());
        } catch (IOException | RuntimeException e) {
            // it is not there
            return Optional.empty();
        }
    }

    /** The declaration of a method, as parsed. */
    public MethodTree tree(ExecutableElement method) {
        return trees.getTree(method);
    }

    /** Whether a method is written in a source that is compiled along. */
    public boolean hasSource(ExecutableElement method) {
        return tree(method) != null;
    }

    /** The declaration of a class, as parsed. */
    public ClassTree tree(TypeElement type) {
        return trees.getTree(type);
    }

    /** Where a class or member is declared: at its name. */
    public Position position(Element element) {
        TreePath path = trees.getPath(element);
        if (path == null) {
            return Position.NOWHERE;
        }
        return new SourceFile(path.getCompilationUnit(), trees.getSourcePositions()).position(path.getLeaf());
    }

    /** Build tools wrap the environment: Gradle keeps the inner one in a field, IntelliJ in the handler of a proxy. */
    private static ProcessingEnvironment unwrapped(ProcessingEnvironment environment) {
        if (Proxy.isProxyClass(environment.getClass())) {
            return inner(Proxy.getInvocationHandler(environment))
                    .map(Compiler::unwrapped)
                    .orElse(environment);
        }
        if (environment.getClass().getName().startsWith("com.sun.tools.javac.")) {
            return environment;
        }
        return inner(environment).map(Compiler::unwrapped).orElse(environment);
    }

    private static Optional<ProcessingEnvironment> inner(Object wrapper) {
        for (Class<?> type = wrapper.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (ProcessingEnvironment.class.isAssignableFrom(field.getType())
                        || wrapper instanceof InvocationHandler && field.getType() == Object.class) {
                    Optional<ProcessingEnvironment> value = read(field, wrapper);
                    if (value.isPresent()) {
                        return value;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ProcessingEnvironment> read(Field field, Object wrapper) {
        try {
            field.setAccessible(true);
            return field.get(wrapper) instanceof ProcessingEnvironment inner ? Optional.of(inner) : Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException e) {
            // a field we may not read is not the one we look for
            return Optional.empty();
        }
    }
}
