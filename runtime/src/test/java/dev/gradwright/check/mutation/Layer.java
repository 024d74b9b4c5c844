package dev.gradwright.check.mutation;

import dev.gradwright.check.subject.FunctionGradient;
import java.util.List;

/** A function with a correct backward pass by hand, into which faults can be planted. */
interface Layer {

    /** Its name. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** The faults it knows. */
    List<Fault> faults();

    /** The function at a point, and its gradient with a fault in it. */
    FunctionGradient<?> at(Draw draw, Fault fault);
}
