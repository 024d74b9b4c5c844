package dev.gradwright.junit;

import dev.gradwright.check.GradientCheck;
import dev.gradwright.check.output.HtmlReport;
import dev.gradwright.check.output.JsonReport;
import dev.gradwright.check.report.GradientReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/** What the extension has told about the test that runs in this thread: the seed, and where reports go. Nothing, if there is no extension. */
final class TestRun {

    private static final ThreadLocal<TestRun> CURRENT = new ThreadLocal<>();
    private static final TestRun WITHOUT_EXTENSION = new TestRun("", OptionalLong.empty(), Optional.empty());

    private final String name;
    private final OptionalLong seed;
    private final Optional<Path> folder;
    private final AtomicInteger reports = new AtomicInteger();

    /**
     * A test.
     *
     * @param name a name that no other test has and that a file may have; empty without the extension
     */
    TestRun(String name, OptionalLong seed, Optional<Path> folder) {
        this.name = name;
        this.seed = seed;
        this.folder = folder;
    }

    static TestRun current() {
        TestRun run = CURRENT.get();
        return run == null ? WITHOUT_EXTENSION : run;
    }

    /** Does something as this test, in this thread. */
    <T> T during(Invocation<T> test) throws Throwable {
        TestRun outer = CURRENT.get();
        CURRENT.set(this);
        try {
            return test.proceed();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    /** The check as it is to run in this test. */
    GradientCheck prepare(GradientCheck check) {
        GradientCheck seeded = seed.isPresent() ? check.seed(seed.getAsLong()) : check;
        return this == WITHOUT_EXTENSION
                ? seeded
                : seeded.replay(name + " with -D" + GradientCheckExtension.SEED + "="
                        + seeded.settings().seed());
    }

    /** Writes a report, if reports are wanted, and says where it is. */
    String keep(GradientReport report) {
        if (folder.isEmpty()) {
            return "";
        }
        int number = reports.incrementAndGet();
        String file = name + (number == 1 ? "" : "-" + number);
        Path page = folder.get().resolve(file + ".html").toAbsolutePath();
        try {
            HtmlReport.write(report, page);
            JsonReport.write(report, page.resolveSibling(file + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the report " + page + " cannot be written; " + GradientCheckExtension.REPORTS
                            + " must name a folder that is writable",
                    e);
        }
        return "\n\nwritten to " + page + " and .json beside it";
    }
}
