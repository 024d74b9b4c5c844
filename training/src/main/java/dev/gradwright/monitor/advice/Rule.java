package dev.gradwright.monitor.advice;

import dev.gradwright.monitor.Finding;
import java.util.Optional;

/** Looks at measurements for one thing that may be wrong. Rules remember nothing themselves. */
public interface Rule {

    /** What findings of this rule are called. */
    String name();

    /** What it looks for, in a few words. */
    String looksFor();

    /** Its thresholds, in words. */
    String thresholds();

    /**
     * How many times in a row it must see something before that is reported; as often, and 10 times at least, it must not see it before it counts as
     * gone.
     */
    int patience();

    /** Whether a new value of a tag is a reason to look. */
    boolean isAbout(String tag);

    /** What is wrong, if anything is. */
    Optional<Finding> look(String tag, Measurements measurements);
}
