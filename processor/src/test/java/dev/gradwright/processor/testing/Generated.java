package dev.gradwright.processor.testing;

import dev.gradwright.tape.Tape;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A generated object, whose methods are called by name. */
public final class Generated {

    private final Object object;

    private Generated(Object object) {
        this.object = object;
    }

    /** The object of a class generated for functions. */
    public static Generated create(Compiled compiled, String generated) {
        return new Generated(call(compiled.type(generated), null, "create"));
    }

    /** The object of a class generated for functions, on a tape. */
    public static Generated on(Compiled compiled, String generated, Tape tape) {
        return new Generated(call(compiled.type(generated), null, "of", tape));
    }

    /** The gradient of the model that a class's {@code sample()} makes. */
    public static Generated of(Compiled compiled, String className) {
        return of(compiled, className, className + "Gradient");
    }

    /** The generated object of the model that a class's {@code sample()} makes. */
    public static Generated of(Compiled compiled, String className, String generated) {
        Object model = call(compiled.type(className), null, "sample");
        return new Generated(call(compiled.type(generated), null, "of", model));
    }

    /** The object itself. */
    public Object object() {
        return object;
    }

    /** Calls a method, told apart from others by its name and what arguments it takes. */
    public Object call(String method, Object... arguments) {
        return call(object.getClass(), object, method, arguments);
    }

    /** The value of a field. */
    public Object field(String name) {
        try {
            Field field = object.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(object);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object call(Class<?> type, Object target, String name, Object... arguments) {
        Method method = Arrays.stream(type.getDeclaredMethods())
                .filter(m -> m.getName().equals(name) && takes(m, arguments))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type.getSimpleName() + " has no method " + name));
        return Reflection.call(method, target, arguments);
    }

    private static boolean takes(Method method, Object... arguments) {
        Class<?>[] types = method.getParameterTypes();
        return types.length == arguments.length
                && IntStream.range(0, types.length)
                        .allMatch(i ->
                                types[i].isPrimitive() || arguments[i] == null || types[i].isInstance(arguments[i]));
    }
}
