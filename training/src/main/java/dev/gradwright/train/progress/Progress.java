package dev.gradwright.train.progress;

import dev.gradwright.train.Hook;
import java.io.Console;
import java.io.PrintStream;

/** Shows how far a training is. */
public final class Progress {

    private Progress() {}

    /**
     * A bar with rate and remaining time if standard output is a terminal and {@code me.tongfei:progressbar} is on the class path; else a line for each
     * epoch.
     */
    public static Hook onConsole() {
        return isTerminal(System.console()) && hasBar() ? bar() : lines(System.out);
    }

    /** A line for each epoch, with its results, the rate and the remaining time. */
    public static Hook lines(PrintStream out) {
        return new ProgressLines(out, System::nanoTime);
    }

    /**
     * A bar on the error stream.
     *
     * @throws IllegalStateException if {@code me.tongfei:progressbar} is not on the class path
     */
    public static Hook bar() {
        if (!hasBar()) {
            throw new IllegalStateException(
                    "me.tongfei:progressbar is not on the class path; add it, or use lines(System.out)");
        }
        return new ProgressBarHook();
    }

    /** From JDK 22 on there is a console without a terminal too, which says so by a method that older ones do not have. */
    private static boolean isTerminal(Console console) {
        try {
            return console != null
                    && (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException old) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static boolean hasBar() {
        try {
            Class.forName("me.tongfei.progressbar.ProgressBar");
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
