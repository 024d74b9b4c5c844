package dev.gradwright.processor.emit;

import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Statement.Allocation;
import dev.gradwright.processor.ir.Statement.Inactive;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A lower bound of the bytecode that the compiler makes of a generated method, from the sizes of the instructions (Java Virtual
 * Machine Specification, section 6.5). It is close for what makes methods long, arithmetic on local variables, so that nothing that
 * would compile is refused, and little that does not is left to the compiler.
 */
final class BytecodeSize {

    /** An instruction with an index of two bytes: calls, fields, jumps, large constants. */
    private static final int LONG = 3;

    /** {@code this.tape}. */
    private static final int TAPE = 1 + LONG;

    /** A new object, twice on the stack, and the call of its constructor. */
    private static final int NEW = LONG + 1 + LONG;

    private final Map<Variable, Integer> slots = new IdentityHashMap<>();
    private final Map<Expression, Boolean> constants = new IdentityHashMap<>();
    private int nextSlot = 1;

    private BytecodeSize() {}

    /** The number of bytes that a method has at least. */
    static int atLeast(List<Variable> parameters, Block body) {
        BytecodeSize size = new BytecodeSize();
        parameters.forEach(size::declare);
        return size.of(body);
    }

    private int of(Block block) {
        int outer = nextSlot;
        int sum = block.statements().stream().mapToInt(this::of).sum();
        nextSlot = outer;
        return sum;
    }

    private int of(Statement statement) {
        if (statement instanceof Statement.Declare s) {
            int value = s.value().map(this::of).orElse(0);
            int store = declare(s.variable());
            return s.value().isPresent() ? value + store : 0;
        } else if (statement instanceof Statement.Assign s) {
            return isIncrement(s) ? LONG : of(s.value()) + access(s.variable());
        } else if (statement instanceof Statement.Store s) {
            return store(s);
        } else if (statement instanceof Statement.Allocate s) {
            return TAPE + LONG + allocation(s.allocation()) + LONG + declare(s.variable());
        } else if (statement instanceof Statement.Operate s) {
            return of(s.arguments()) + LONG + result(s.result());
        } else if (statement instanceof Statement.CallInactive s) {
            int call = s.target() instanceof Inactive.NewObject ? NEW : LONG;
            return of(s.arguments()) + call + result(s.result());
        } else if (statement instanceof Statement.CallGiven s) {
            return of(s.arguments()) + LONG + declare(s.result());
        } else if (statement instanceof Statement.If s) {
            return isConstant(s.condition()) ? 0 : of(s.condition()) + of(s.then()) + of(s.otherwise());
        } else if (statement instanceof Statement.For s) {
            return loop(s);
        } else if (statement instanceof Statement.While s) {
            return condition(s.condition()) + of(s.body());
        } else if (statement instanceof Statement.TryFinally s) {
            return of(s.body()) + of(s.last());
        } else if (statement instanceof Statement.Assert s) {
            return of(s.condition());
        } else if (statement instanceof Statement.Throw s) {
            return NEW + of(s.arguments()) + 1;
        }
        return generated(statement);
    }

    private int generated(Statement statement) {
        if (statement instanceof Statement.Push s) {
            return TAPE + of(s.value()) + LONG;
        } else if (statement instanceof Statement.Pop s) {
            return TAPE + LONG + declare(s.variable());
        } else if (statement instanceof Statement.OpenRun s) {
            return 2 * (TAPE + LONG)
                    + declare(s.run().cells())
                    + declare(s.run().top());
        } else if (statement instanceof Statement.Room s) {
            return TAPE
                    + access(s.run().top())
                    + LONG
                    + of(s.turns())
                    + 1
                    + LONG
                    + access(s.run().cells());
        } else if (statement instanceof Statement.Put s) {
            return access(s.run().cells()) + access(s.run().top()) + LONG + of(s.value()) + 1;
        } else if (statement instanceof Statement.PutAll s) {
            return of(s.array())
                    + 1
                    + access(s.run().cells())
                    + access(s.run().top())
                    + of(s.count())
                    + LONG
                    + access(s.run().top())
                    + of(s.count())
                    + 1
                    + access(s.run().top());
        } else if (statement instanceof Statement.Take s) {
            return access(s.run().cells()) + access(s.run().top()) + LONG + 1 + declare(s.variable());
        } else if (statement instanceof Statement.LeftOver s) {
            return s.duals().size() * (LONG + LONG) + of(s.duals()) + NEW + of(s.arguments()) + LONG;
        } else if (statement instanceof Statement.CloseRun s) {
            return TAPE + access(s.run().top()) + LONG;
        } else if (statement instanceof Statement.Invoke s) {
            return s.receiver().map(this::of).orElse(1) + of(s.arguments()) + LONG + result(s.result());
        } else if (statement instanceof Statement.Remember s) {
            return 1 + of(s.value()) + LONG;
        } else if (statement instanceof Statement.Reshape s) {
            return TAPE + of(List.of(s.matrix(), s.derivative(), s.rows(), s.columns())) + LONG;
        } else if (statement instanceof Statement.Restore s) {
            return TAPE + of(s.derivative()) + LONG;
        } else if (statement instanceof Statement.Difference s) {
            return TAPE + LONG + of(s.arguments());
        } else if (statement instanceof Statement.Tell s) {
            return TAPE
                    + LONG
                    + of(s.duals())
                    + of(s.numbers())
                    + LONG * s.duals().size();
        }
        return 0;
    }

    private int loop(Statement.For s) {
        int outer = nextSlot;
        int start = of(s.start());
        int size = start + declare(s.index()) + condition(s.condition()) + of(s.body()) + LONG;
        nextSlot = outer;
        return size;
    }

    /** Printed {@code a[i] += e}, the place is computed once. */
    private int store(Statement.Store s) {
        int place = of(s.place());
        boolean isSum = s.value() instanceof Expression.Binary sum
                && sum.left().equals(s.place())
                && (sum.operator() == BinaryOperator.PLUS || sum.operator() == BinaryOperator.MINUS);
        if (isSum) {
            int doubled = s.place() instanceof Expression.Element ? 3 : 0;
            return place + doubled + of(((Expression.Binary) s.value()).right());
        }
        return place + of(s.value());
    }

    private int allocation(Allocation allocation) {
        if (allocation instanceof Allocation.NewArray array) {
            return of(array.lengths());
        } else if (allocation instanceof Allocation.NewMatrix matrix) {
            return of(matrix.rows()) + of(matrix.columns());
        } else if (allocation instanceof Allocation.Copy copy) {
            return of(copy.source());
        } else if (allocation instanceof Allocation.Shadow shadow) {
            return allocation(shadow.made());
        }
        // at least an argument, or a call in between
        return 1;
    }

    private int of(List<Expression> expressions) {
        return expressions.stream().mapToInt(this::of).sum();
    }

    /** An expression's instructions, with the one that uses what its parts leave on the stack. */
    private int of(Expression expression) {
        if (isConstant(expression)) {
            return constant(expression);
        }
        int parts = of(expression.parts());
        if (expression instanceof Expression.Read read) {
            return access(read.variable());
        } else if (expression instanceof Expression.ModelField field) {
            // this.model, and its field; of a number that is constant only a test for null need be left
            return 1 + LONG + (field.field().type().isReference() ? LONG : 1);
        } else if (expression instanceof Expression.DerivativeField) {
            return 1 + LONG;
        } else if (expression instanceof Expression.Remembered remembered) {
            return (remembered.receiver().isPresent() ? parts : 1) + LONG;
        } else if (expression instanceof Expression.TangentOf
                || expression instanceof Expression.NextLane
                || expression instanceof Expression.ShadowOf) {
            return TAPE + LONG + parts + LONG;
        } else if (expression instanceof Expression.Element || expression instanceof Expression.Length) {
            return parts + 1;
        } else if (expression instanceof Expression.Binary binary) {
            return parts + operator(binary);
        } else if (expression instanceof Expression.Unary unary) {
            return parts + (unary.operator() == Expression.UnaryOperator.NOT ? 0 : 1);
        } else if (expression instanceof Expression.Cast || expression instanceof Expression.Text) {
            return parts;
        } else if (expression instanceof Expression.Conditional choice) {
            return isConstant(choice.condition()) ? 1 : parts + LONG;
        }
        // what is left are calls, fields and tests
        return parts + LONG;
    }

    /** Of a comparison nothing is certain: one with zero or null takes one operand and the jump. */
    private static int operator(Expression.Binary binary) {
        return binary.type() == Type.BOOLEAN ? 0 : 1;
    }

    /** Nothing is left of a condition of constants. */
    private int condition(Expression expression) {
        return isConstant(expression) ? 0 : of(expression);
    }

    private boolean isConstant(Expression expression) {
        // noted, for a sum of many terms is as deep, and each of its levels asks
        Boolean known = constants.get(expression);
        if (known == null) {
            known = isComputedByCompiler(expression);
            constants.put(expression, known);
        }
        return known;
    }

    private boolean isComputedByCompiler(Expression expression) {
        if (expression instanceof Expression.Unary
                || expression instanceof Expression.Binary
                || expression instanceof Expression.Cast
                || expression instanceof Expression.Conditional
                || expression instanceof Expression.Text) {
            return expression.parts().stream().allMatch(this::isConstant);
        }
        return expression instanceof Expression.Literal
                || expression instanceof Expression.StaticField
                || expression instanceof Expression.Null;
    }

    /** A double that is not 0 or 1 takes an index into the pool of constants. */
    private static int constant(Expression expression) {
        boolean isLarge = expression instanceof Expression.Literal literal
                && literal.value() instanceof Double number
                && number != 0
                && number != 1;
        return isLarge ? LONG : 1;
    }

    private static boolean isIncrement(Statement.Assign s) {
        return s.variable().type() != Type.DOUBLE
                && s.value() instanceof Expression.Binary sum
                && sum.left() instanceof Expression.Read read
                && read.variable() == s.variable();
    }

    private int result(Optional<Variable> result) {
        return result.map(this::declare).orElse(0);
    }

    /** Gives a variable its place among the local variables; gives the size of the instruction that stores it. */
    private int declare(Variable variable) {
        slots.put(variable, nextSlot);
        nextSlot += variable.type() == Type.DOUBLE || variable.type() == Type.LONG ? 2 : 1;
        return access(variable);
    }

    /** The size of the instruction that loads or stores a variable: its number is part of it, or takes one byte or two. */
    private int access(Variable variable) {
        int slot = slots.get(variable);
        return slot < 4 ? 1 : slot < 256 ? 2 : 4;
    }
}
