package dev.gradwright.examples.digits;

import java.nio.file.Path;
import javax.tools.ToolProvider;

/** The compiler, for code that is shown on pages. */
final class Javac {

    private Javac() {}

    /** Whether a file compiles with what tests have; its classes go beside it. */
    static boolean compiles(Path source) {
        int outcome = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        source.getParent().toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString());
        return outcome == 0;
    }
}
