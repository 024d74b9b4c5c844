package dev.gradwright.processor.rules.ejml;

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
import static dev.gradwright.processor.rules.ejml.Ejml.COMMON;
import static dev.gradwright.processor.rules.ejml.Ejml.D;
import static dev.gradwright.processor.rules.ejml.Ejml.I;
import static dev.gradwright.processor.rules.ejml.Ejml.M;
import static dev.gradwright.processor.rules.ejml.Ejml.MATRIX;
import static dev.gradwright.processor.rules.ejml.Ejml.d;
import static dev.gradwright.processor.rules.ejml.Ejml.operation;
import static dev.gradwright.processor.rules.ejml.Ejml.partials;

import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.rules.FormWriter;
import dev.gradwright.processor.rules.OperationRule.Access;
import dev.gradwright.processor.rules.Partial;
import dev.gradwright.processor.rules.ScalarRules;
import dev.gradwright.processor.rules.Table;
import dev.gradwright.processor.rules.operation.Elementwise;
import dev.gradwright.processor.rules.operation.Zeros;
import java.util.List;
import java.util.Map;

/**
 * Operations that compute each entry from the entries at the same place. In a line {@code e} are the arguments' entries there, or
 * the arguments that are numbers, and {@code r} is the entry of the result.
 */
final class EntryByEntry {

    private EntryByEntry() {}

    static void addTo(Table table) {
        sums(table);
        scaling(table);
        functions(table);
        filling(table);
    }

    private static void sums(Table table) {
        rule(
                table,
                "add",
                List.of(M, M, M),
                List.of(READ, READ, WRITE),
                e -> plus(e.get(0), e.get(1)),
                d(0, ONE),
                d(1, ONE));
        rule(
                table,
                "add",
                List.of(M, D, M, M),
                List.of(READ, VALUE, READ, WRITE),
                e -> plus(e.get(0), times(e.get(1), e.get(2))),
                d(0, ONE),
                d(1, (e, r) -> e.get(2)),
                d(2, (e, r) -> e.get(1)));
        rule(
                table,
                "add",
                List.of(D, M, M, M),
                List.of(VALUE, READ, READ, WRITE),
                e -> plus(times(e.get(0), e.get(1)), e.get(2)),
                d(0, (e, r) -> e.get(1)),
                d(1, (e, r) -> e.get(0)),
                d(2, ONE));
        rule(
                table,
                "add",
                List.of(D, M, D, M, M),
                List.of(VALUE, READ, VALUE, READ, WRITE),
                e -> plus(times(e.get(0), e.get(1)), times(e.get(2), e.get(3))),
                d(0, (e, r) -> e.get(1)),
                d(1, (e, r) -> e.get(0)),
                d(2, (e, r) -> e.get(3)),
                d(3, (e, r) -> e.get(2)));
        rule(
                table,
                "add",
                List.of(M, D, M),
                List.of(READ, VALUE, WRITE),
                e -> plus(e.get(0), e.get(1)),
                d(0, ONE),
                d(1, ONE));
        rule(table, "add", List.of(M, D), List.of(UPDATE, VALUE), e -> plus(e.get(0), e.get(1)), d(0, ONE), d(1, ONE));
        rule(
                table,
                "addEquals",
                List.of(M, M),
                List.of(UPDATE, READ),
                e -> plus(e.get(0), e.get(1)),
                d(0, ONE),
                d(1, ONE));
        rule(
                table,
                "addEquals",
                List.of(M, D, M),
                List.of(UPDATE, VALUE, READ),
                e -> plus(e.get(0), times(e.get(1), e.get(2))),
                d(0, ONE),
                d(1, (e, r) -> e.get(2)),
                d(2, (e, r) -> e.get(1)));
        rule(
                table,
                "subtract",
                List.of(M, M, M),
                List.of(READ, READ, WRITE),
                e -> minus(e.get(0), e.get(1)),
                d(0, ONE),
                d(1, literal(-1.0)));
        rule(
                table,
                "subtract",
                List.of(M, D, M),
                List.of(READ, VALUE, WRITE),
                e -> minus(e.get(0), e.get(1)),
                d(0, ONE),
                d(1, literal(-1.0)));
        rule(
                table,
                "subtract",
                List.of(D, M, M),
                List.of(VALUE, READ, WRITE),
                e -> minus(e.get(0), e.get(1)),
                d(0, ONE),
                d(1, literal(-1.0)));
        rule(
                table,
                "subtractEquals",
                List.of(M, M),
                List.of(UPDATE, READ),
                e -> minus(e.get(0), e.get(1)),
                d(0, ONE),
                d(1, literal(-1.0)));
        rule(table, "changeSign", List.of(M), List.of(UPDATE), e -> negate(e.get(0)), d(0, literal(-1.0)));
        rule(table, "changeSign", List.of(M, M), List.of(READ, WRITE), e -> negate(e.get(0)), d(0, literal(-1.0)));
    }

    private static void scaling(Table table) {
        rule(
                table,
                "scale",
                List.of(D, M),
                List.of(VALUE, UPDATE),
                e -> times(e.get(0), e.get(1)),
                d(0, (e, r) -> e.get(1)),
                d(1, (e, r) -> e.get(0)));
        rule(
                table,
                "scale",
                List.of(D, M, M),
                List.of(VALUE, READ, WRITE),
                e -> times(e.get(0), e.get(1)),
                d(0, (e, r) -> e.get(1)),
                d(1, (e, r) -> e.get(0)));
        rule(
                table,
                "divide",
                List.of(M, D),
                List.of(UPDATE, VALUE),
                e -> divide(e.get(0), e.get(1)),
                d(0, (e, r) -> divide(ONE, e.get(1))),
                d(1, (e, r) -> negate(divide(r, e.get(1)))));
        rule(
                table,
                "divide",
                List.of(M, D, M),
                List.of(READ, VALUE, WRITE),
                e -> divide(e.get(0), e.get(1)),
                d(0, (e, r) -> divide(ONE, e.get(1))),
                d(1, (e, r) -> negate(divide(r, e.get(1)))));
        rule(
                table,
                "divide",
                List.of(D, M),
                List.of(VALUE, UPDATE),
                e -> divide(e.get(0), e.get(1)),
                d(0, (e, r) -> divide(ONE, e.get(1))),
                d(1, (e, r) -> negate(divide(r, e.get(1)))));
        rule(
                table,
                "divide",
                List.of(D, M, M),
                List.of(VALUE, READ, WRITE),
                e -> divide(e.get(0), e.get(1)),
                d(0, (e, r) -> divide(ONE, e.get(1))),
                d(1, (e, r) -> negate(divide(r, e.get(1)))));
    }

    private static void functions(Table table) {
        rule(
                table,
                "elementMult",
                List.of(M, M, M),
                List.of(READ, READ, WRITE),
                e -> times(e.get(0), e.get(1)),
                d(0, (e, r) -> e.get(1)),
                d(1, (e, r) -> e.get(0)));
        rule(
                table,
                "elementMult",
                List.of(M, M),
                List.of(UPDATE, READ),
                e -> times(e.get(0), e.get(1)),
                d(0, (e, r) -> e.get(1)),
                d(1, (e, r) -> e.get(0)));
        rule(
                table,
                "elementDiv",
                List.of(M, M, M),
                List.of(READ, READ, WRITE),
                e -> divide(e.get(0), e.get(1)),
                d(0, (e, r) -> divide(ONE, e.get(1))),
                d(1, (e, r) -> negate(divide(r, e.get(1)))));
        rule(
                table,
                "elementDiv",
                List.of(M, M),
                List.of(UPDATE, READ),
                e -> divide(e.get(0), e.get(1)),
                d(0, (e, r) -> divide(ONE, e.get(1))),
                d(1, (e, r) -> negate(divide(r, e.get(1)))));
        singular(
                table,
                "elementExp",
                List.of(M, M),
                List.of(READ, WRITE),
                e -> math("exp", e.get(0)),
                Map.of(0, ScalarRules.exponentialSingularity()),
                d(0, (e, r) -> r));
        singular(
                table,
                "elementLog",
                List.of(M, M),
                List.of(READ, WRITE),
                e -> math("log", e.get(0)),
                Map.of(0, ScalarRules.logarithmSingularity()),
                d(0, (e, r) -> divide(ONE, e.get(0))));
        power(table, List.of(M, M, M), List.of(READ, READ, WRITE));
        power(table, List.of(M, D, M), List.of(READ, VALUE, WRITE));
        power(table, List.of(D, M, M), List.of(VALUE, READ, WRITE));
        for (List<Type> parameters : List.of(List.of(M), List.of(M, M))) {
            List<Access> accesses = parameters.size() == 1 ? List.of(UPDATE) : List.of(READ, WRITE);
            rule(
                    table,
                    "abs",
                    parameters,
                    accesses,
                    e -> math("abs", e.get(0)),
                    d(0, (e, r) -> math("signum", e.get(0))));
        }
    }

    private static void filling(Table table) {
        rule(table, "fill", List.of(M, D), List.of(UPDATE, VALUE), e -> e.get(1), d(1, ONE));
        rule(table, "setIdentity", List.of(M), List.of(UPDATE), e -> literal(0.0));
        method(table, "zero", List.of(M), List.of(UPDATE), e -> literal(0.0));
        method(table, "fill", List.of(M, D), List.of(UPDATE, VALUE), e -> e.get(1), d(1, ONE));
        table.rule(new Zeros(operation(FormWriter.SHAPED, "zeros", M, I, I)));
        method(table, "setTo", List.of(M, M), List.of(WRITE, READ), e -> e.get(1), d(1, ONE));
    }

    private static void power(Table table, List<Type> parameters, List<Access> accesses) {
        List<Partial> partials = ScalarRules.power();
        List<Partial> singular = ScalarRules.powerSingularity();
        singular(
                table,
                "elementPower",
                parameters,
                accesses,
                e -> math("pow", e.get(0), e.get(1)),
                Map.of(0, singular.get(0), 1, singular.get(1)),
                d(0, partials.get(0)),
                d(1, partials.get(1)));
    }

    @SafeVarargs
    private static void rule(
            Table table,
            String name,
            List<Type> parameters,
            List<Access> accesses,
            Elementwise.Value value,
            Map.Entry<Integer, Partial>... partials) {
        singular(table, name, parameters, accesses, value, Map.of(), partials);
    }

    @SafeVarargs
    private static void singular(
            Table table,
            String name,
            List<Type> parameters,
            List<Access> accesses,
            Elementwise.Value value,
            Map<Integer, Partial> singular,
            Map.Entry<Integer, Partial>... partials) {
        Operation operation = new Operation(COMMON, name, false, parameters, Type.VOID);
        table.rule(new Elementwise(operation, accesses, value, partials(partials), singular));
    }

    @SafeVarargs
    private static void method(
            Table table,
            String name,
            List<Type> parameters,
            List<Access> accesses,
            Elementwise.Value value,
            Map.Entry<Integer, Partial>... partials) {
        Operation operation = new Operation(MATRIX, name, true, parameters, Type.VOID);
        table.rule(new Elementwise(operation, accesses, value, partials(partials)));
    }
}
