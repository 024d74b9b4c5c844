package dev.gradwright.processor.ir;

import java.util.List;

/**
 * A library method that works on the contents of arrays or matrices: {@code CommonOps_DDRM.mult(a, b, c)},
 * {@code Arrays.fill(a, v)}, {@code System.arraycopy}, or an instance method such as {@code matrix.zero()} whose receiver
 * is then the first argument.
 *
 * @param owner the class that declares it
 * @param name its name
 * @param onReceiver whether it is an instance method
 * @param parameters the types of all arguments, the receiver included
 * @param result its result type, {@link Type#VOID} for none
 */
public record Operation(ClassRef owner, String name, boolean onReceiver, List<Type> parameters, Type result) {

    public Operation {
        parameters = List.copyOf(parameters);
    }

    @Override
    public String toString() {
        return owner.simpleName() + "." + name;
    }
}
