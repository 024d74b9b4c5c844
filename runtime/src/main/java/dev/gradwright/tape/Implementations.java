package dev.gradwright.tape;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/** Finds, for an object known by a differentiable interface, what has been generated for its own class. For generated code. */
public final class Implementations {

    private Implementations() {}

    /**
     * The derivative object of a model on a tape.
     *
     * @param <D> what is generated for the interface
     * @param model an object of a class that implements the interface
     * @param contract what is generated for the interface, {@code LayerGradient} for {@code Layer}
     * @param suffix what the name of the class generated for the model's class ends in
     * @param lookup of the code that asks
     * @throws IllegalArgumentException if nothing is generated for the model's class, or it cannot be reached
     */
    public static <D> D of(Object model, Class<D> contract, String suffix, Tape tape, MethodHandles.Lookup lookup) {
        Objects.requireNonNull(model, () -> "the model of a " + contract.getSimpleName() + " is null");
        Class<?> type = model.getClass();
        String name = generatedName(type, suffix);
        try {
            Class<?> generated = Class.forName(name, true, type.getClassLoader());
            MethodHandle factory = within(generated, lookup)
                    .findStatic(generated, "of", MethodType.methodType(generated, type, Tape.class));
            return contract.cast(factory.invoke(model, tape));
        } catch (ClassNotFoundException | NoSuchMethodException | ClassCastException e) {
            throw new IllegalArgumentException(
                    type.getName() + " has no generated " + name + " that is a " + contract.getSimpleName()
                            + ". Annotate the class with @Differentiable and compile it with the processor.",
                    e);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(
                    name + " cannot be reached from " + contract.getName() + ". Make " + type.getName()
                            + " public, or open its package to the module of the interface.",
                    e);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(name + ".of throws a checked exception", e);
        }
    }

    /** Looks from within where that is needed: an implementation in another package or jar need not be public. */
    private static MethodHandles.Lookup within(Class<?> generated, MethodHandles.Lookup lookup)
            throws IllegalAccessException {
        return Modifier.isPublic(generated.getModifiers()) ? lookup : MethodHandles.privateLookupIn(generated, lookup);
    }

    /** {@code pkg.Outer_InnerGradient} for {@code pkg.Outer.Inner}. */
    private static String generatedName(Class<?> type, String suffix) {
        Deque<String> names = new ArrayDeque<>();
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
            names.push(outer.getSimpleName());
        }
        String simple = String.join("_", names) + suffix;
        return type.getPackageName().isEmpty() ? simple : type.getPackageName() + "." + simple;
    }
}
