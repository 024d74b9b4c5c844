package dev.gradwright.processor.lower.body;

import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Type;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/** Code that a body calls and that must be lowered too. */
public interface Helpers {

    /**
     * Asks for a method; gives its key.
     *
     * @param given the types of what it is given, for the sake of lambdas among that: the method is read for these
     * @param bindings what type parameters stand for: the method is read for these too
     */
    Method.Key need(ExecutableElement method, List<Type> given, Map<Element, Type> bindings);

    /** Enters a lambda or method reference; gives its type, which is like no other. */
    Type.Closure enter(ClosureSource source, List<Type.Part> captured);

    /** Asks for the body of a lambda; gives the key of the method that it becomes. */
    Method.Key need(Type.Closure closure);
}
