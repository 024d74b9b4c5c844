package dev.gradwright.train.sanity;

import java.util.List;

/** One thing to look at. */
@FunctionalInterface
interface SanityCheck {

    /** Looks at a model that has its first parameters, and may leave it with others. */
    List<SanityVerdict> on(Bench<?, ?> bench);
}
