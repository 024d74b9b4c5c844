package dev.gradwright.processor.rules.array;

import static dev.gradwright.processor.ir.Expressions.ONE;
import static dev.gradwright.processor.rules.OperationRule.Access.UPDATE;
import static dev.gradwright.processor.rules.OperationRule.Access.VALUE;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.rules.Table;
import dev.gradwright.processor.rules.operation.Elementwise;
import java.util.List;
import java.util.Map;

/** Operations of Java's library on arrays. */
public final class ArrayOperations {

    private static final ClassRef ARRAYS = ClassRef.of("java.util", "Arrays");
    private static final ClassRef SYSTEM = ClassRef.of("java.lang", "System");
    private static final Type I = Type.INT;

    private ArrayOperations() {}

    /** Adds their lines. */
    public static void addTo(Table table) {
        for (Type element : List.of(Type.DOUBLE, I)) {
            Type array = new Type.ArrayOf(element);
            Operation fill = new Operation(ARRAYS, "fill", false, List.of(array, element), Type.VOID);
            table.rule(new Elementwise(fill, List.of(UPDATE, VALUE), e -> e.get(1), Map.of(1, (e, r) -> ONE)));
            table.rule(new RangeFill(new Operation(ARRAYS, "fill", false, List.of(array, I, I, element), Type.VOID)));
            table.rule(new RangeCopy(
                    new Operation(SYSTEM, "arraycopy", false, List.of(array, I, array, I, I), Type.VOID)));
        }
    }
}
