package dev.gradwright.processor.ir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names by which generated classes call each other and themselves. They begin with a method's stem, which follows from its
 * signature, so that a caller in another class knows them too.
 */
public final class Protocol {

    public static final String GRADIENT = "Gradient";
    public static final String TANGENT = "Tangent";
    public static final String HESSIAN = "Hessian";
    public static final String JACOBIAN_ROWS = "JacobianRows";
    public static final String JACOBIAN_COLUMNS = "JacobianColumns";

    private final Map<Method.Key, String> names = new HashMap<>();

    /** Names the methods of a unit. */
    public Protocol(Unit unit) {
        Set<String> taken = new HashSet<>();
        unit.differentiable().forEach(method -> {
            names.put(method.key(), method.stem());
            taken.add(method.name());
            taken.add(method.stem());
        });
        for (Method method : unit.methods().values()) {
            if (method.role() == Method.Role.HELPER) {
                String name = method.name();
                for (int i = 2; !taken.add(name); i++) {
                    name = method.name() + i;
                }
                names.put(method.key(), name);
            }
        }
    }

    /** The name that stands for a method within its generated class; overloaded helpers are numbered. */
    public String name(Method.Key method) {
        return names.get(method);
    }

    /** Runs the method and records what its reverse sweep needs. */
    public static String record(String method) {
        return method + "Record";
    }

    /** Runs the reverse sweep of the method's last record. */
    public static String reverse(String method) {
        return method + "Reverse";
    }

    /** Gives a part of what the method has last returned, where that is taken apart. */
    public static String result(String method, String part) {
        return method + "Result" + part;
    }

    /** Gives the adjoint of the array or matrix that the method has last returned. */
    public static String resultBar(String method, String part) {
        return result(method, part) + "Bar";
    }

    /** Runs the reverse sweep for users: {@code backward} for {@code forward}, {@code lossBackward} for {@code loss}. */
    public static String backward(String method) {
        return method.equals("forward") ? "backward" : method + "Backward";
    }

    /** Runs a reverse sweep for users that leaves the record: {@code pullback} for {@code forward}, {@code lossPullback} for {@code loss}. */
    public static String pullback(String method) {
        return method.equals("forward") ? "pullback" : method + "Pullback";
    }

    /** Gives rows of a Jacobian, or combinations of rows. */
    public static String jacobianRows(String method) {
        return method.equals("forward") ? "jacobianRows" : method + "JacobianRows";
    }

    /** Gives columns of a Jacobian, or combinations of columns. */
    public static String jacobianColumns(String method) {
        return method.equals("forward") ? "jacobianColumns" : method + "JacobianColumns";
    }

    /** Runs both sweeps for users. */
    public static String valueAndGradient(String method) {
        return method.equals("forward") ? "valueAndGradient" : method + "ValueAndGradient";
    }

    /** Runs both sweeps, one after the other, where {@link #valueAndGradient} goes back turn by turn. */
    public static String inTwoSweeps(String method) {
        return method + "InTwoSweeps";
    }

    /** The field that says that turns of loops have turned out to need each other. */
    public static String turnsMeet(String method) {
        return method + "TurnsMeet";
    }

    /** Gives the derivative with respect to an argument: {@code x} for {@code forward}, {@code lossX} for {@code loss}. */
    public static String argument(String method, String argument) {
        return method.equals("forward") ? argument : method + capitalized(argument);
    }

    /** Runs a method together with its tangent. */
    public static String tangent(String method) {
        return method + "Push";
    }

    /** Gives the tangent of the method's last result, or of a part of it. */
    public static String resultDot(String method, String part) {
        return method + part + "Dot";
    }

    /** Gives the tangent of what the recording half of a method has last returned. */
    public static String recordDot(String record) {
        return record + "Dot";
    }

    /** Gives the tangent of an adjoint that a generated object remembers: a part of a product of the Hessian and a direction. */
    public static String product(String remembered) {
        return remembered + "Product";
    }

    /** Of a derivative that a generated object remembers the one for a seed. */
    public static String lane(String remembered, int seed) {
        return remembered + "Lane" + seed;
    }

    /** Runs value, gradient and product of the Hessian and a direction for users. */
    public static String hessianVectorProduct(String method) {
        return method.equals("forward") ? "hessianVectorProduct" : method + "HessianVectorProduct";
    }

    /** Gives all of a Hessian with respect to the only argument. */
    public static String hessian(String method) {
        return method.equals("forward") ? "hessian" : method + "Hessian";
    }

    /** A copy of an inactive helper. */
    public static String primal(String method) {
        return method + "Primal";
    }

    /** The field that holds the generated object of a class whose static methods are called. */
    public static String statics(ClassRef owner) {
        return "static" + String.join("", owner.simpleNames());
    }

    /** A name as the second word of another. */
    public static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
