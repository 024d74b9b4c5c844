package dev.gradwright.processor.testing.random;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.EjmlProducts;
import dev.gradwright.processor.testing.random.Verdict.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles programs and compares what was generated for them. */
final class Judge {

    private Judge() {}

    /** Verdicts on programs, which are compiled together if that goes. */
    static Map<Program, Verdict> judge(List<Program> programs) {
        Map<Program, Verdict> verdicts = new LinkedHashMap<>();
        Compilation together = compile(programs);
        if (together.status() == Compilation.Status.SUCCESS) {
            Compiled compiled = Compiled.of(together);
            programs.forEach(program -> verdicts.put(program, run(compiled, program)));
        } else {
            programs.forEach(program -> verdicts.put(program, judge(program)));
        }
        return verdicts;
    }

    /** The verdict on one program. */
    static Verdict judge(Program program) {
        if (!program.isWhole()) {
            return new Verdict(Kind.INVALID, "lacks a method that comparisons need");
        }
        Compilation compilation = compile(List.of(program));
        if (compilation.status() == Compilation.Status.SUCCESS) {
            return run(Compiled.of(compilation), program);
        }
        List<Diagnostic<? extends JavaFileObject>> messages = compilation.diagnostics().stream()
                .filter(message -> message.getKind() != Diagnostic.Kind.NOTE)
                .toList();
        String text = messages.get(0).getMessage(Locale.ROOT);
        boolean isRefused = text.startsWith("[GW") && !text.startsWith("[GW9");
        Kind kind = isRefused ? Kind.REFUSED : Kind.NOT_COMPILED;
        return new Verdict(
                isJava(program) ? kind : Kind.INVALID, messages.get(0).toString());
    }

    private static Verdict run(Compiled compiled, Program program) {
        Subject subject = new Subject(compiled, program.name());
        Verdict last = Verdict.AGREES;
        int seed = 0;
        for (Object[] point : Points.of(subject, program.seed())) {
            for (int i = 0; i < 2; i++) {
                Trial trial = new Trial(subject, point, ++seed);
                Verdict verdict = EjmlProducts.give(trial::run);
                if (verdict.isFailure()) {
                    return new Verdict(verdict.kind(), "trial " + seed + ": " + verdict.text());
                }
                last = verdict.kind().ordinal() > last.kind().ordinal() ? verdict : last;
            }
        }
        return last;
    }

    private static Compilation compile(List<Program> programs) {
        List<String> sources = new ArrayList<>(Program.LIBRARY);
        programs.forEach(program -> sources.add(program.source()));
        return Compiled.compile(sources.toArray(String[]::new));
    }

    private static boolean isJava(Program program) {
        List<String> sources = new ArrayList<>(Program.LIBRARY);
        sources.add(program.source());
        return Compiler.javac()
                        .withOptions("-proc:none", "-Xlint:all", "-Werror")
                        .compile(Compiled.files(sources.toArray(String[]::new)))
                        .status()
                == Compilation.Status.SUCCESS;
    }
}
