package dev.gradwright.processor.ir;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A statement of the user's program, with one exit and without effects inside expressions. */
public sealed interface Statement {

    Position position();

    /** Declares a local variable, with its first value or without one. */
    record Declare(Variable variable, Optional<Expression> value, Position position) implements Statement {}

    /** Gives a declared variable another value. Never a parameter of a {@code for} loop. */
    record Assign(Variable variable, Expression value, Position position) implements Statement {}

    /** Writes an element of an array or an entry of a matrix. */
    record Store(Expression.Place place, Expression value, Position position) implements Statement {}

    /** Makes a new array or matrix and declares a variable that refers to it. */
    record Allocate(Variable variable, Allocation allocation, Position position) implements Statement {}

    /** What an {@link Allocate} makes. */
    sealed interface Allocation {

        /** {@code new double[n]}, {@code new double[n][m]}, {@code new double[n][]}, {@code new int[n]}: one to two lengths. */
        record NewArray(Type.ArrayOf type, List<Expression> lengths) implements Allocation {
            public NewArray {
                lengths = List.copyOf(lengths);
            }
        }

        /** {@code new DMatrixRMaj(rows, columns)}, all zero. */
        record NewMatrix(Expression rows, Expression columns) implements Allocation {}

        /** In generated code: copies of the state of a loop, for at most so many of its turns. */
        record Checkpoints(int slots) implements Allocation {}

        /** In generated code: what holds the derivative of something that is made, all zero, in memory of its own. */
        record Shadow(Allocation made) implements Allocation {}

        /** In generated code: a copy of an array or matrix and of all arrays and matrices in it. */
        record DeepCopy(Expression source) implements Allocation {}

        /**
         * In generated code: zeros for the share of an argument, for the time of one call of a rule.
         *
         * @param isFirst whether the call begins here, so that what earlier calls had is free
         * @param like what has the shape; a number stands for an array with one element
         */
        record Share(boolean isFirst, Expression like) implements Allocation {}

        /** In generated code: an object of the runtime that lasts as long as the record, such as a factorization. */
        record Kept(ClassRef type) implements Allocation {}

        /** {@code array.clone()} (shallow, as in Java), {@code new DMatrixRMaj(matrix)} or {@code matrix.copy()}. */
        record Copy(Expression source) implements Allocation {}
    }

    /** A library operation that reads and writes arrays or matrices, such as {@code CommonOps_DDRM.mult}. Declares its result's variable if it has one. */
    record Operate(Optional<Variable> result, Operation operation, List<Expression> arguments, Position position)
            implements Statement {
        public Operate {
            arguments = List.copyOf(arguments);
        }
    }

    /** Calls another method of the same class, whose body is part of the {@link Unit}. Declares the variables of its results. */
    record CallHelper(List<Variable> results, Method.Key callee, List<Expression> arguments, Position position)
            implements Statement {
        public CallHelper {
            results = List.copyOf(results);
            arguments = List.copyOf(arguments);
        }
    }

    /** Calls a differentiable method of another object or class. Declares the variables of its results. */
    record CallModel(
            List<Variable> results,
            Optional<Expression> receiver,
            Callee callee,
            List<Expression> arguments,
            Position position)
            implements Statement {
        public CallModel {
            results = List.copyOf(results);
            arguments = List.copyOf(arguments);
        }
    }

    /** Calls a method whose derivative is given by hand. Declares the variable of its result. */
    record CallGiven(Variable result, GivenDerivative given, List<Expression> arguments, Position position)
            implements Statement {
        public CallGiven {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Asks something of code that no derivative flows through, such as a list, a logger or a source of random numbers. It happens
     * once, in the forward sweep. Declares its result's variable if it has one.
     *
     * @param target what is asked
     * @param arguments the object that is asked, unless the target is static, and the arguments, of the types they have in the source
     * @param onlyReads whether the arguments are no more than looked at, as for a text: they neither come back in another
     *     shape nor are changed
     */
    record CallInactive(
            Optional<Variable> result,
            Inactive target,
            List<Expression> arguments,
            boolean onlyReads,
            Position position)
            implements Statement {

        public CallInactive {
            arguments = List.copyOf(arguments);
        }
    }

    /** What a {@link CallInactive} asks. */
    sealed interface Inactive {

        /** A static method. */
        record StaticMethod(ClassRef owner, String name) implements Inactive {

            @Override
            public String toString() {
                return owner.simpleName() + "." + name;
            }
        }

        /** A method of the first argument. */
        record InstanceMethod(Type owner, String name) implements Inactive {

            @Override
            public String toString() {
                return owner + "." + name;
            }
        }

        /** A method of the model itself. */
        record OwnMethod(String name) implements Inactive {

            @Override
            public String toString() {
                return name;
            }
        }

        /** A field of the first argument, which is all there is. */
        record InstanceField(Type owner, String name) implements Inactive {

            @Override
            public String toString() {
                return owner + "." + name;
            }
        }

        /** Whether assertions are enabled for a class. */
        record Assertions(ClassRef owner) implements Inactive {

            @Override
            public String toString() {
                return owner.simpleName() + ".class.desiredAssertionStatus";
            }
        }

        /** A new object; its type arguments follow from the variable it is assigned to, if {@code infersArguments}. */
        record NewObject(Type.Opaque type, boolean infersArguments) implements Inactive {

            @Override
            public String toString() {
                return "new " + type;
            }
        }
    }

    /** Two ways to go on. */
    record If(Expression condition, Block then, Block otherwise, Position position) implements Statement {}

    /**
     * {@code for (index = start; condition; index += step) body}: the index is declared by the loop, has type int or long, and is
     * written by nothing else. The condition may read the index and anything else.
     */
    record For(Variable index, Expression start, Expression condition, long step, Block body, Position position)
            implements Statement {}

    /** {@code while (condition) body}. */
    record While(Expression condition, Block body, Position position) implements Statement {}

    /** {@code assert condition : detail}. */
    record Assert(Expression condition, Optional<Expression> detail, Position position) implements Statement {}

    /** {@code try body finally last}: the last block carries no derivatives and has no exit but its end. */
    record TryFinally(Block body, Block last, Position position) implements Statement {}

    /** {@code throw new exception(arguments)}. */
    record Throw(ClassRef exception, List<Expression> arguments, Position position) implements Statement {
        public Throw {
            arguments = List.copyOf(arguments);
        }
    }

    /** In generated code: puts a value on the tape. */
    record Push(Expression value) implements Statement {
        @Override
        public Position position() {
            return Position.NOWHERE;
        }
    }

    /** In generated code: declares a variable with the value last put on the tape, and takes it off. */
    record Pop(Variable variable) implements Statement {
        @Override
        public Position position() {
            return Position.NOWHERE;
        }
    }

    /**
     * In generated code: the cells that numbers lie in on the tape, and how many of them are taken, in local variables for as long as nothing
     * else uses the tape's numbers.
     */
    record Run(Variable cells, Variable top) {}

    /** In generated code: begins a run. */
    record OpenRun(Run run) implements Statement {
        @Override
        public Position position() {
            return Position.NOWHERE;
        }
    }

    /** In generated code: makes room for so many more numbers in each of so many turns. */
    record Room(Run run, int each, Expression turns) implements Statement {
        @Override
        public Position position() {
            return Position.NOWHERE;
        }
    }

    /** In generated code: puts a number on the tape in a run. */
    record Put(Run run, Expression value) implements Statement {
        @Override
        public Position position() {
            return Position.NOWHERE;
        }
    }

    /** In generated code: puts the first so many elements of an array on the tape in a run. */
    record PutAll(Run run, Expression array, Expression count) implements Statement {
        @Override
        public Position position() {
            return Position.NOWHERE;
        }
    }

    /** In generated code: declares a variable with the number last put on the tape, and takes it off in a run. */
    record Take(Run run, Variable variable) implements Statement {
        @Override
        public Position position() {
            return Position.NOWHERE;
        }
    }

    /** In generated code: ends a run, giving back to the tape how many numbers lie on it. */
    record CloseRun(Run run) implements Statement {
        @Override
        public Position position() {
            return Position.NOWHERE;
        }
    }

    /**
     * In generated code: calls a generated method, of the generated object itself or of another. Declares its result's variable if it
     * has one.
     *
     * @param passed per argument, what it is for derivatives
     */
    record Invoke(
            Optional<Variable> result,
            Optional<Expression> receiver,
            String method,
            List<Expression> arguments,
            List<Passed> passed,
            Position position)
            implements Statement {
        public Invoke {
            arguments = List.copyOf(arguments);
            passed = List.copyOf(passed);
        }

        /** A call that no derivative is taken of any more. */
        public Invoke(
                Optional<Variable> result,
                Optional<Expression> receiver,
                String method,
                List<Expression> arguments,
                Position position) {
            this(result, receiver, method, arguments, Collections.nCopies(arguments.size(), Passed.PLAIN), position);
        }
    }

    /** What an argument of an {@link Invoke} is for derivatives. */
    enum Passed {
        /** Something that carries none. */
        PLAIN,
        /** A value that carries one; the method's own tangent takes its tangent after it. */
        VALUE,
        /** A derivative: there is one for each seed, and the method's own tangent takes its tangent after it. */
        DUAL
    }

    /** In generated code: remembers a value in the generated object. */
    record Remember(String name, Expression value) implements Statement {
        @Override
        public Position position() {
            return Position.NOWHERE;
        }
    }

    /**
     * In generated code: stops, because a derivative is asked for that a rule does not have.
     *
     * @param isReplaced whether it goes on where a log wants differences
     */
    record Missing(String message, boolean isReplaced, Position position) implements Statement {}

    /**
     * In generated code: where a log wants differences, gives the tangent of what a method has returned by differences of the method.
     *
     * @param tangent the tangent: a number is assigned, contents are written
     * @param name the method, for people
     * @param directions per argument, the direction in which it moves, if it does
     */
    record Difference(
            Variable tangent,
            String name,
            Inactive method,
            List<Expression> arguments,
            List<Optional<Expression>> directions)
            implements Statement {
        public Difference {
            arguments = List.copyOf(arguments);
            directions = List.copyOf(directions);
        }

        @Override
        public Position position() {
            return Position.NOWHERE;
        }
    }

    /** In generated code: copies what the forward rule of a method has returned to where the derivative of its result belongs, which has the shape. */
    record Deliver(String rule, Expression returned, Expression dual) implements Statement {
        @Override
        public Position position() {
            return Position.NOWHERE;
        }
    }

    /** In generated code: stops if what a method has returned is not new: known already, or sharing memory with an argument. */
    record RequireNew(String method, Expression result, List<Expression> arguments) implements Statement {
        public RequireNew {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Position position() {
            return Position.NOWHERE;
        }
    }

    /** In generated code: gives a matrix and its derivative the shape that an operation is about to give them, and puts the old shape on the tape. */
    record Reshape(Expression matrix, Expression derivative, Expression rows, Expression columns) implements Statement {
        @Override
        public Position position() {
            return Position.NOWHERE;
        }
    }

    /** In generated code: takes a shape off the tape and gives it back to the derivative of a matrix. */
    record Restore(Expression derivative) implements Statement {
        @Override
        public Position position() {
            return Position.NOWHERE;
        }
    }

    /**
     * In generated code: tells a log, if there is one, the duals of what a statement of the program touches.
     *
     * @param isAfter whether they are those of after the statement
     * @param isRule whether the statement calls a rule by hand
     * @param site the place of the statement
     * @param what the statement, for people
     * @param duals the duals
     */
    record Tell(
            boolean isAfter,
            boolean isRule,
            Position site,
            String what,
            List<Expression> duals,
            List<Expression> numbers)
            implements Statement {
        public Tell {
            duals = List.copyOf(duals);
            numbers = List.copyOf(numbers);
        }

        @Override
        public Position position() {
            return Position.NOWHERE;
        }
    }

    /**
     * In generated code: goes back by two sweeps after all if something is left over in adjoints that a turn of a loop should have used up.
     *
     * @param stem what the names of the members generated for the method begin with
     * @param arguments the arguments of the method
     */
    record LeftOver(List<Expression> duals, String stem, List<Expression> arguments) implements Statement {
        public LeftOver {
            duals = List.copyOf(duals);
            arguments = List.copyOf(arguments);
        }

        @Override
        public Position position() {
            return Position.NOWHERE;
        }
    }

    /** In generated code: a comment that says which source line the statements after it belong to. */
    record Note(Position position) implements Statement {}
}
