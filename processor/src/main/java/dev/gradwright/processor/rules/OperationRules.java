package dev.gradwright.processor.rules;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.rules.array.ArrayOperations;
import dev.gradwright.processor.rules.ejml.EjmlOperations;
import java.util.List;

/** The table of operations on the contents of arrays and matrices: what each subject has put into it. */
public final class OperationRules {

    private static final Table TABLE = new Table();

    static {
        ArrayOperations.addTo(TABLE);
        EjmlOperations.addTo(TABLE);
        FastMathRules.addTo(TABLE);
    }

    private OperationRules() {}

    /**
     * Looks a method up.
     *
     * @param owner the class that declares it
     * @param name its name
     * @param parameters its parameters' types, the receiver's first for an instance method; every dense matrix type of EJML counts
     *     as {@link Type#MATRIX}, and for {@code System.arraycopy} the types are those of the arguments
     */
    public static Lookup<OperationRule> find(ClassRef owner, String name, List<Type> parameters) {
        return TABLE.find(owner, name, parameters);
    }

    /** All rules, in the order of the table. */
    public static List<OperationRule> all() {
        return TABLE.rules();
    }

    /** The rule of an operation that {@link #find} has found before. */
    public static OperationRule of(Operation operation) {
        if (find(operation.owner(), operation.name(), operation.parameters())
                instanceof Lookup.Found<OperationRule> found) {
            return found.rule();
        }
        throw new IllegalArgumentException("no rule for " + operation);
    }
}
