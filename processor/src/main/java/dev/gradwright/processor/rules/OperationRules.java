package dev.gradwright.processor.rules;

import static dev.gradwright.processor.ir.Expressions.ONE;
import static dev.gradwright.processor.ir.Expressions.divide;
import static dev.gradwright.processor.ir.Expressions.literal;
import static dev.gradwright.processor.ir.Expressions.math;
import static dev.gradwright.processor.ir.Expressions.minus;
import static dev.gradwright.processor.ir.Expressions.negate;
import static dev.gradwright.processor.ir.Expressions.plus;
import static dev.gradwright.processor.ir.Expressions.times;
import static dev.gradwright.processor.rules.OperationRule.Access.READ;
import static dev.gradwright.processor.rules.OperationRule.Access.UPDATE;
import static dev.gradwright.processor.rules.OperationRule.Access.VALUE;
import static dev.gradwright.processor.rules.OperationRule.Access.WRITE;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.rules.OperationRule.Access;
import dev.gradwright.processor.rules.OperationRule.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Derivatives of operations on the contents of arrays and matrices. {@code a}, {@code b} are input matrices, {@code c} is the
 * output, {@code s} and {@code t} are numbers; in an elementwise line they stand for the entries at one place.
 */
public final class OperationRules {

    private static final ClassRef OPS = MatrixCalls.COMMON_OPS;
    private static final ClassRef MATRIX = MatrixCalls.MATRIX;
    private static final ClassRef ARRAYS = ClassRef.of("java.util", "Arrays");
    private static final ClassRef SYSTEM = ClassRef.of("java.lang", "System");
    private static final Type M = Type.MATRIX;
    private static final Type D = Type.DOUBLE;
    private static final Type I = Type.INT;
    private static final Map<String, OperationRule> TABLE = new LinkedHashMap<>();

    static {
        // sums and differences
        elementwise(
                "add",
                List.of(M, M, M),
                List.of(READ, READ, WRITE),
                e -> plus(e.get(0), e.get(1)),
                d(0, ONE),
                d(1, ONE));
        elementwise(
                "add",
                List.of(M, D, M, M),
                List.of(READ, VALUE, READ, WRITE),
                e -> plus(e.get(0), times(e.get(1), e.get(2))),
                d(0, ONE),
                d(1, (e, r) -> e.get(2)),
                d(2, (e, r) -> e.get(1)));
        elementwise(
                "add",
                List.of(D, M, M, M),
                List.of(VALUE, READ, READ, WRITE),
                e -> plus(times(e.get(0), e.get(1)), e.get(2)),
                d(0, (e, r) -> e.get(1)),
                d(1, (e, r) -> e.get(0)),
                d(2, ONE));
        elementwise(
                "add",
                List.of(D, M, D, M, M),
                List.of(VALUE, READ, VALUE, READ, WRITE),
                e -> plus(times(e.get(0), e.get(1)), times(e.get(2), e.get(3))),
                d(0, (e, r) -> e.get(1)),
                d(1, (e, r) -> e.get(0)),
                d(2, (e, r) -> e.get(3)),
                d(3, (e, r) -> e.get(2)));
        elementwise(
                "add",
                List.of(M, D, M),
                List.of(READ, VALUE, WRITE),
                e -> plus(e.get(0), e.get(1)),
                d(0, ONE),
                d(1, ONE));
        elementwise("add", List.of(M, D), List.of(UPDATE, VALUE), e -> plus(e.get(0), e.get(1)), d(0, ONE), d(1, ONE));
        elementwise(
                "addEquals", List.of(M, M), List.of(UPDATE, READ), e -> plus(e.get(0), e.get(1)), d(0, ONE), d(1, ONE));
        elementwise(
                "addEquals",
                List.of(M, D, M),
                List.of(UPDATE, VALUE, READ),
                e -> plus(e.get(0), times(e.get(1), e.get(2))),
                d(0, ONE),
                d(1, (e, r) -> e.get(2)),
                d(2, (e, r) -> e.get(1)));
        elementwise(
                "subtract",
                List.of(M, M, M),
                List.of(READ, READ, WRITE),
                e -> minus(e.get(0), e.get(1)),
                d(0, ONE),
                d(1, literal(-1.0)));
        elementwise(
                "subtract",
                List.of(M, D, M),
                List.of(READ, VALUE, WRITE),
                e -> minus(e.get(0), e.get(1)),
                d(0, ONE),
                d(1, literal(-1.0)));
        elementwise(
                "subtract",
                List.of(D, M, M),
                List.of(VALUE, READ, WRITE),
                e -> minus(e.get(0), e.get(1)),
                d(0, ONE),
                d(1, literal(-1.0)));
        elementwise(
                "subtractEquals",
                List.of(M, M),
                List.of(UPDATE, READ),
                e -> minus(e.get(0), e.get(1)),
                d(0, ONE),
                d(1, literal(-1.0)));
        elementwise("changeSign", List.of(M), List.of(UPDATE), e -> negate(e.get(0)), d(0, literal(-1.0)));
        elementwise("changeSign", List.of(M, M), List.of(READ, WRITE), e -> negate(e.get(0)), d(0, literal(-1.0)));

        // scaling
        elementwise(
                "scale",
                List.of(D, M),
                List.of(VALUE, UPDATE),
                e -> times(e.get(0), e.get(1)),
                d(0, (e, r) -> e.get(1)),
                d(1, (e, r) -> e.get(0)));
        elementwise(
                "scale",
                List.of(D, M, M),
                List.of(VALUE, READ, WRITE),
                e -> times(e.get(0), e.get(1)),
                d(0, (e, r) -> e.get(1)),
                d(1, (e, r) -> e.get(0)));
        elementwise(
                "divide",
                List.of(M, D),
                List.of(UPDATE, VALUE),
                e -> divide(e.get(0), e.get(1)),
                d(0, (e, r) -> divide(ONE, e.get(1))),
                d(1, (e, r) -> negate(divide(r, e.get(1)))));
        elementwise(
                "divide",
                List.of(M, D, M),
                List.of(READ, VALUE, WRITE),
                e -> divide(e.get(0), e.get(1)),
                d(0, (e, r) -> divide(ONE, e.get(1))),
                d(1, (e, r) -> negate(divide(r, e.get(1)))));
        elementwise(
                "divide",
                List.of(D, M),
                List.of(VALUE, UPDATE),
                e -> divide(e.get(0), e.get(1)),
                d(0, (e, r) -> divide(ONE, e.get(1))),
                d(1, (e, r) -> negate(divide(r, e.get(1)))));
        elementwise(
                "divide",
                List.of(D, M, M),
                List.of(VALUE, READ, WRITE),
                e -> divide(e.get(0), e.get(1)),
                d(0, (e, r) -> divide(ONE, e.get(1))),
                d(1, (e, r) -> negate(divide(r, e.get(1)))));

        // entry by entry
        elementwise(
                "elementMult",
                List.of(M, M, M),
                List.of(READ, READ, WRITE),
                e -> times(e.get(0), e.get(1)),
                d(0, (e, r) -> e.get(1)),
                d(1, (e, r) -> e.get(0)));
        elementwise(
                "elementMult",
                List.of(M, M),
                List.of(UPDATE, READ),
                e -> times(e.get(0), e.get(1)),
                d(0, (e, r) -> e.get(1)),
                d(1, (e, r) -> e.get(0)));
        elementwise(
                "elementDiv",
                List.of(M, M, M),
                List.of(READ, READ, WRITE),
                e -> divide(e.get(0), e.get(1)),
                d(0, (e, r) -> divide(ONE, e.get(1))),
                d(1, (e, r) -> negate(divide(r, e.get(1)))));
        elementwise(
                "elementDiv",
                List.of(M, M),
                List.of(UPDATE, READ),
                e -> divide(e.get(0), e.get(1)),
                d(0, (e, r) -> divide(ONE, e.get(1))),
                d(1, (e, r) -> negate(divide(r, e.get(1)))));
        singular(
                "elementExp",
                List.of(M, M),
                List.of(READ, WRITE),
                e -> math("exp", e.get(0)),
                Map.of(0, ScalarRules.exponentialSingularity()),
                d(0, (e, r) -> r));
        singular(
                "elementLog",
                List.of(M, M),
                List.of(READ, WRITE),
                e -> math("log", e.get(0)),
                Map.of(0, ScalarRules.logarithmSingularity()),
                d(0, (e, r) -> divide(ONE, e.get(0))));
        power(List.of(M, M, M), List.of(READ, READ, WRITE));
        power(List.of(M, D, M), List.of(READ, VALUE, WRITE));
        power(List.of(D, M, M), List.of(VALUE, READ, WRITE));
        elementwise("fill", List.of(M, D), List.of(UPDATE, VALUE), e -> e.get(1), d(1, ONE));

        // products, plain and added, with every combination of transpositions, with and without a factor
        for (boolean adds : new boolean[] {false, true}) {
            for (boolean left : new boolean[] {false, true}) {
                for (boolean right : new boolean[] {false, true}) {
                    product(adds, left, right, false);
                    product(adds, left, right, true);
                }
            }
        }

        // sums over entries
        reduction("elementSum", List.of(M), d(0, ONE));
        reduction("dot", List.of(M, M), d(0, (e, r) -> e.get(1)), d(1, (e, r) -> e.get(0)));
        entrySum("transpose", (c, i, j) -> EntrySum.at(c, j, i), a -> new Size(Loops.columns(a), Loops.rows(a)));
        entrySum("sumRows", (c, i, j) -> EntrySum.at(c, i, literal(0)), a -> new Size(Loops.rows(a), literal(1)));
        entrySum("sumCols", (c, i, j) -> EntrySum.at(c, literal(0), j), a -> new Size(literal(1), Loops.columns(a)));

        // methods of matrices and arrays
        method("zero", List.of(M), List.of(UPDATE), e -> literal(0.0));
        method("fill", List.of(M, D), List.of(UPDATE, VALUE), e -> e.get(1), d(1, ONE));
        method("setTo", List.of(M, M), List.of(WRITE, READ), e -> e.get(1), d(1, ONE));
        for (Type element : List.of(D, I)) {
            Type array = new Type.ArrayOf(element);
            Operation fill = new Operation(ARRAYS, "fill", false, List.of(array, element), Type.VOID);
            put(new Elementwise(fill, List.of(UPDATE, VALUE), e -> e.get(1), partials(d(1, ONE))));
            put(new RangeFill(new Operation(ARRAYS, "fill", false, List.of(array, I, I, element), Type.VOID)));
            put(new RangeCopy(new Operation(SYSTEM, "arraycopy", false, List.of(array, I, array, I, I), Type.VOID)));
        }
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
        OperationRule rule = TABLE.get(key(owner, name, parameters));
        return rule == null ? new Lookup.Unknown<>() : new Lookup.Found<>(rule);
    }

    /** The rule of an operation that {@link #find} has found before. */
    public static OperationRule of(Operation operation) {
        OperationRule rule = TABLE.get(key(operation.owner(), operation.name(), operation.parameters()));
        if (rule == null) {
            throw new IllegalArgumentException("no rule for " + operation);
        }
        return rule;
    }

    /** All rules, in the order of the table. */
    public static List<OperationRule> all() {
        return List.copyOf(TABLE.values());
    }

    private static void power(List<Type> parameters, List<Access> accesses) {
        List<Partial> partials = ScalarRules.power();
        singular(
                "elementPower",
                parameters,
                accesses,
                e -> math("pow", e.get(0), e.get(1)),
                Map.of(
                        0,
                        ScalarRules.powerSingularity().get(0),
                        1,
                        ScalarRules.powerSingularity().get(1)),
                d(0, partials.get(0)),
                d(1, partials.get(1)));
    }

    private static void product(boolean adds, boolean left, boolean right, boolean scaled) {
        List<Type> parameters = new ArrayList<>(scaled ? List.of(D) : List.of());
        Collections.addAll(parameters, M, M, M);
        String name = (adds ? "multAdd" : "mult") + MatrixCalls.transposition(left, right);
        put(new Product(operation(name, parameters, Type.VOID), scaled, left, right, adds));
    }

    @SafeVarargs
    private static void elementwise(
            String name,
            List<Type> parameters,
            List<Access> accesses,
            Elementwise.Value value,
            Map.Entry<Integer, Partial>... partials) {
        put(new Elementwise(operation(name, parameters, Type.VOID), accesses, value, partials(partials)));
    }

    @SafeVarargs
    private static void singular(
            String name,
            List<Type> parameters,
            List<Access> accesses,
            Elementwise.Value value,
            Map<Integer, Partial> singular,
            Map.Entry<Integer, Partial>... partials) {
        put(new Elementwise(operation(name, parameters, Type.VOID), accesses, value, partials(partials), singular));
    }

    @SafeVarargs
    private static void method(
            String name,
            List<Type> parameters,
            List<Access> accesses,
            Elementwise.Value value,
            Map.Entry<Integer, Partial>... partials) {
        Operation operation = new Operation(MATRIX, name, true, parameters, Type.VOID);
        put(new Elementwise(operation, accesses, value, partials(partials)));
    }

    @SafeVarargs
    private static void reduction(String name, List<Type> parameters, Map.Entry<Integer, Partial>... partials) {
        put(new Reduction(operation(name, parameters, D), partials(partials)));
    }

    private static void entrySum(String name, EntrySum.Target target, EntrySum.Shape shape) {
        put(new EntrySum(operation(name, List.of(M, M), Type.VOID), target, shape));
    }

    private static Operation operation(String name, List<Type> parameters, Type result) {
        return new Operation(OPS, name, false, parameters, result);
    }

    private static void put(OperationRule rule) {
        Operation operation = rule.operation();
        TABLE.put(key(operation.owner(), operation.name(), operation.parameters()), rule);
    }

    private static String key(ClassRef owner, String name, List<Type> parameters) {
        return owner + "." + name + parameters;
    }

    private static Map.Entry<Integer, Partial> d(int argument, Partial partial) {
        return Map.entry(argument, partial);
    }

    private static Map.Entry<Integer, Partial> d(int argument, Expression constant) {
        return Map.entry(argument, (e, r) -> constant);
    }

    @SafeVarargs
    private static Map<Integer, Partial> partials(Map.Entry<Integer, Partial>... partials) {
        Map<Integer, Partial> map = new LinkedHashMap<>();
        for (Map.Entry<Integer, Partial> partial : partials) {
            map.put(partial.getKey(), partial.getValue());
        }
        return map;
    }
}
