package dev.gradwright.check.subject;

import dev.gradwright.Parameters;

/**
 * The methods of a differentiable class as a check calls them, each in the forms that are compared. A generated checker has one for all
 * methods and tells them apart by number, for a compiler is much faster with a switch than with a lambda for each call.
 */
public abstract class GeneratedCalls {

    private final Object model;

    /** The calls of a model's methods; of static methods for null. */
    protected GeneratedCalls(Object model) {
        this.model = model;
    }

    /** The model's parameters with their gradients. */
    protected abstract Parameters parameters();

    /** The directions in which tangents are taken, beside the parameters. */
    protected abstract Parameters directions();

    /** Calls the user's method. */
    protected abstract Object primal(int method, Object[] arguments);

    /** Calls the generated forward, which records. */
    protected abstract Object forward(int method, Object[] arguments);

    /** Calls the generated backward. */
    protected abstract void backward(int method, Object seed);

    /** The gradients with respect to the arguments that have one, after backward. */
    protected abstract Object[] gradients(int method);

    /** Calls the generated tangent; gives the derivative of the result in the directions, which are null for arguments that have none. */
    protected abstract Object tangent(int method, Object[] arguments, Object[] directions);

    /**
     * Calls the generated value and gradient, whose value is one number, where it has a sweep of its own.
     *
     * @return null where it is forward and backward one after the other
     */
    protected Object valueAndGradient(int method, Object[] arguments) {
        return null;
    }

    /** The check's view of one method, named for people: {@code Affine.forward}. Its arguments follow, in their order. */
    public final GeneratedSubject method(int number, String name) {
        return new GeneratedSubject(name, this, number, model);
    }
}
