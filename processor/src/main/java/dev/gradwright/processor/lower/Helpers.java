package dev.gradwright.processor.lower;

import dev.gradwright.processor.ir.Method;
import javax.lang.model.element.ExecutableElement;

/** Methods of the class that a body calls, and that must be lowered too. */
interface Helpers {

    /** Asks for a method; gives its key. */
    Method.Key need(ExecutableElement method);
}
