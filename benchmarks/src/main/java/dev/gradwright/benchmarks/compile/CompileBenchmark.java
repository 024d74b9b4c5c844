package dev.gradwright.benchmarks.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.ToolProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A module of 50 differentiable classes of 100 lines, compiled without the processor and with it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CompileBenchmark {

    private static final int CLASSES = 50;

    /** How the compiler gets the processor. */
    @Param({"NONE", "PATH", "INSTANCE"})
    public Processing processing;

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final List<GeneratedModel> module = GeneratedModel.module(CLASSES);
    private Path output;

    /** Makes an empty folder, so that no compilation finds the files of another. */
    @Setup(Level.Iteration)
    public void makeOutput() throws IOException {
        output = Files.createTempDirectory("compile-benchmark");
    }

    /** Removes the folder. */
    @TearDown(Level.Iteration)
    public void removeOutput() throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The first compilation of a virtual machine, as when a build begins. */
    @Benchmark
    @Fork(4)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public void cold() {
        compile();
    }

    /** A compilation after many others, as in a build tool that stays. */
    @Benchmark
    @Fork(1)
    @Warmup(iterations = 12)
    @Measurement(iterations = 5)
    public void warm() {
        compile();
    }

    private void compile() {
        List<String> options = new ArrayList<>(processing.options());
        options.addAll(List.of("-d", output.toString(), "-classpath", System.getProperty("java.class.path")));
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            CompilationTask task = compiler.getTask(null, files, null, options, null, module);
            processing.prepare(task);
            if (!task.call()) {
                throw new IllegalStateException("refused; the compiler has told why");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
