package dev.gradwright.processor.testing;

import static dev.gradwright.processor.testing.Reflection.call;
import static dev.gradwright.processor.testing.Reflection.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.Constant;
import dev.gradwright.Differentiable;
import dev.gradwright.Gradient;
import dev.gradwright.Hessian;
import dev.gradwright.StoppedValues;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Checks the second derivatives of one differentiable method that returns a number: value and gradient are those of the gradient class
 * bit by bit, products of the Hessian are symmetric, and they agree with differences of gradients.
 */
public final class HessianProbe {

    private static final double STEP = 1e-5;

    private final Method method;
    private final Object model;
    private final Gradient gradient;
    private final Hessian hessian;
    private StoppedValues stopped = new StoppedValues();
    private StoppedValues stoppedInReverse = new StoppedValues();
    private final SplittableRandom random = new SplittableRandom(11);
    private double differenceTolerance = 2e-6;
    private boolean skipsKinks;

    private HessianProbe(Compiled compiled, String className, String methodName) {
        Class<?> type = compiled.type(className);
        this.method = named(type, methodName);
        boolean isStatic = java.lang.reflect.Modifier.isStatic(method.getModifiers());
        this.model = isStatic ? null : call(named(type, "sample"), null);
        this.gradient = (Gradient) derivative(compiled.type(className + "Gradient"));
        this.hessian = (Hessian) derivative(compiled.type(className + "Hessian"));
    }

    /** A method of a compiled class. */
    public static HessianProbe of(Compiled compiled, String className, String methodName) {
        return new HessianProbe(compiled, className, methodName);
    }

    /** Compiles a class {@code F} and probes its method {@code f}. */
    public static HessianProbe of(String... sources) {
        return of(Compiled.of(sources), "F", "f");
    }

    /** Makes the comparison with differences less strict, for a function with large higher derivatives. */
    public HessianProbe withDifferenceTolerance(double tolerance) {
        this.differenceTolerance = tolerance;
        return this;
    }

    /** Leaves out differences that depend on their step: the gradient jumps near by. */
    public HessianProbe skippingKinks() {
        this.skipsKinks = true;
        return this;
    }

    /** A direction in the space of all arguments and parameters, or a derivative. */
    private record Vector(Object[] arguments, double[] parameters) {

        double dot(Vector other) {
            double sum = 0;
            for (int i = 0; i < arguments.length; i++) {
                sum += arguments[i] == null ? 0 : Numbers.dot(arguments[i], other.arguments[i]);
            }
            for (int i = 0; i < parameters.length; i++) {
                sum += parameters[i] * other.parameters[i];
            }
            return sum;
        }
    }

    /** Checks at these arguments, three times, because the second call must be as good as the first. */
    public HessianProbe agreesAt(Object... arguments) {
        stopped = new StoppedValues();
        stoppedInReverse = new StoppedValues();
        gradientAt(arguments);
        for (int i = 0; i < 3; i++) {
            EjmlProducts.during(() -> agreesOnce(arguments));
        }
        return this;
    }

    private void agreesOnce(Object... arguments) {
        Vector v = direction(arguments);
        Vector w = direction(arguments);
        Vector atV = product(arguments, v);
        Vector gradientOfHessian = read(hessian, arguments, "", gradients(hessian));
        Vector expected = gradientAt(arguments);
        assertThat(text(gradientOfHessian)).as("gradient").isEqualTo(text(expected));
        Vector atW = product(arguments, w);

        double wHv = atV.dot(w);
        double vHw = atW.dot(v);
        assertThat(relative(wHv, vHw)).as("w'Hv " + wHv + ", v'Hw " + vHw).isLessThan(1e-12);

        double difference = difference(STEP, v, w, arguments);
        if (skipsKinks && relative(difference, difference(STEP / 8, v, w, arguments)) > 0.1) {
            return;
        }
        assertThat(relative(wHv, difference))
                .as("w'Hv " + wHv + ", difference " + difference)
                .isLessThan(differenceTolerance);
    }

    private double difference(double step, Vector v, Vector w, Object... arguments) {
        double up = gradientAt(moved(arguments, step, v), v.parameters, step).dot(w);
        double down =
                gradientAt(moved(arguments, -step, v), v.parameters, -step).dot(w);
        return (up - down) / (2 * step);
    }

    private Vector product(Object[] arguments, Vector direction) {
        hessian.zero();
        hessian.directions().setGradients(direction.parameters);
        List<Object> all = new ArrayList<>();
        Object[] copies = copies(arguments);
        for (int i = 0; i < copies.length; i++) {
            all.add(copies[i]);
            if (isActive(i, copies[i])) {
                all.add(Numbers.copy(direction.arguments[i]));
            }
        }
        String name = method.getName() + "HessianVectorProduct";
        Object value = call(named(hessian.getClass(), name), hessian, all.toArray());
        assertThat(value).as("value").isEqualTo(call(method, model, copies(arguments)));
        double[] products = new double[hessian.products().size()];
        hessian.products().copyGradientsTo(products);
        return read(hessian, arguments, "Product", products);
    }

    private Vector gradientAt(Object[] arguments) {
        gradient.zero();
        Object[] copies = copies(arguments);
        stopped.during(() -> call(named(gradient.getClass(), method.getName()), gradient, copies));
        // the reverse sweep may compute stopped values again, in an order of its own
        stoppedInReverse.during(() -> call(named(gradient.getClass(), method.getName() + "Backward"), gradient, 1.0));
        return read(gradient, arguments, "", gradients(gradient));
    }

    private Vector gradientAt(Object[] arguments, double[] direction, double step) {
        double[] values = new double[direction.length];
        gradient.parameters().copyValuesTo(values);
        double[] moved = values.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += step * direction[i];
        }
        gradient.parameters().setValues(moved);
        Vector result = gradientAt(arguments);
        gradient.parameters().setValues(values);
        return result;
    }

    private Vector read(Object derivative, Object[] arguments, String suffix, double[] parameters) {
        Object[] read = new Object[arguments.length];
        for (int i = 0; i < read.length; i++) {
            if (isActive(i, arguments[i])) {
                String name = method.getParameters()[i].getName();
                String accessor = method.getName() + Character.toUpperCase(name.charAt(0)) + name.substring(1) + suffix;
                read[i] = Numbers.copy(call(named(derivative.getClass(), accessor), derivative));
            }
        }
        return new Vector(read, parameters);
    }

    private static double[] gradients(Gradient gradient) {
        double[] gradients = new double[gradient.parameters().size()];
        gradient.parameters().copyGradientsTo(gradients);
        return gradients;
    }

    private Vector direction(Object[] arguments) {
        Object[] directions = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            directions[i] = isActive(i, arguments[i]) ? Numbers.random(arguments[i], random) : null;
        }
        return new Vector(directions, (double[])
                Numbers.random(new double[gradient.parameters().size()], random));
    }

    private boolean isActive(int index, Object argument) {
        Parameter parameter = method.getParameters()[index];
        Differentiable marked = method.isAnnotationPresent(Differentiable.class)
                ? method.getAnnotation(Differentiable.class)
                : method.getDeclaringClass().getAnnotation(Differentiable.class);
        boolean isNamed = marked == null
                || marked.wrt().length == 0
                || List.of(marked.wrt()).contains(parameter.getName());
        return Numbers.isActive(argument) && isNamed && !parameter.isAnnotationPresent(Constant.class);
    }

    private static Object[] moved(Object[] arguments, double step, Vector direction) {
        Object[] moved = copies(arguments);
        for (int i = 0; i < moved.length; i++) {
            if (direction.arguments[i] != null) {
                moved[i] = Numbers.moved(arguments[i], step, direction.arguments[i]);
            }
        }
        return moved;
    }

    private static Object[] copies(Object... arguments) {
        return Arrays.stream(arguments).map(Numbers::copy).toArray();
    }

    private static double relative(double a, double b) {
        return a == b ? 0 : Math.abs(a - b) / Math.max(1e-3, Math.max(Math.abs(a), Math.abs(b)));
    }

    private static String text(Vector vector) {
        StringBuilder text = new StringBuilder(Arrays.toString(vector.parameters));
        for (Object argument : vector.arguments) {
            if (argument != null) {
                Numbers.arrays(argument).forEach(array -> text.append('\n').append(Arrays.toString(array)));
            }
        }
        return text.toString();
    }

    private Object derivative(Class<?> generated) {
        return model == null
                ? call(named(generated, "create"), null)
                : call(
                        Arrays.stream(generated.getDeclaredMethods())
                                .filter(m -> m.getName().equals("of") && m.getParameterCount() == 1)
                                .findFirst()
                                .orElseThrow(),
                        null,
                        model);
    }
}
