package dev.gradwright.processor.emit;

import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Statement.Allocation;
import dev.gradwright.processor.ir.Statement.Inactive;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.source.CodeBlock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints the statements of a generated method. */
final class StatementPrinter {

    private final LocalNames names;
    private final SourceText out = new SourceText();
    private final ExpressionPrinter expressions;
    private int lastNote;

    private StatementPrinter(LocalNames names) {
        this.names = names;
        this.expressions = new ExpressionPrinter(names, out);
    }

    /** The statements of a method's body. */
    static CodeBlock print(Block body, LocalNames names) {
        StatementPrinter printer = new StatementPrinter(names);
        body.statements().forEach(printer::print);
        return printer.out.code();
    }

    /**
     * Values for variables that are null.
     *
     * @param unwanted whether shadows among them only take up what nobody asks for
     */
    static CodeBlock printStandIns(Map<Variable, Expression> standIns, LocalNames names, boolean unwanted) {
        StatementPrinter printer = new StatementPrinter(names);
        standIns.forEach((variable, standIn) -> {
            SourceText out = printer.out;
            out.line().add("if (").add(names.of(variable)).add(" == null)").open();
            out.line().add(names.of(variable)).add(" = ");
            boolean isNext = standIn instanceof Expression.NextLane;
            if (unwanted
                    && (isNext || standIn instanceof Expression.ShadowOf)
                    && standIn.type().equals(Type.MATRIX)) {
                out.add(isNext ? "tape.lanes().nextUnwanted(" : "tape.shadows().ofUnwanted(");
                printer.expressions.print(standIn.parts().get(0)).add(")").end();
            } else {
                printer.expressions.print(standIn).end();
            }
            out.close();
        });
        return printer.out.code();
    }

    private void print(Statement statement) {
        if (statement instanceof Statement.Declare s) {
            declare(s);
        } else if (statement instanceof Statement.Assign s) {
            out.line().add(names.of(s.variable()));
            assign(Expressions.read(s.variable()), s.value());
        } else if (statement instanceof Statement.Store s) {
            store(s);
        } else if (statement instanceof Statement.Allocate s) {
            declared(s.variable()).add(" = ");
            allocation(s.allocation());
            out.end();
        } else if (statement instanceof Statement.Operate s) {
            operate(s);
        } else if (statement instanceof Statement.CallInactive s) {
            result(s.result());
            called(s.target(), s.arguments());
            out.end();
        } else if (statement instanceof Statement.CallGiven s) {
            result(Optional.of(s.result()));
            called(s.given().primal(), s.arguments());
            out.end();
        } else if (statement instanceof Statement.If s) {
            choose(s);
        } else if (statement instanceof Statement.For s) {
            loop(s);
        } else if (statement instanceof Statement.While s) {
            head("while (", s.condition());
            block(s.body());
            out.close();
        } else if (statement instanceof Statement.TryFinally s) {
            out.line().add("try").open();
            block(s.body());
            lastNote = 0;
            out.next("finally").open();
            block(s.last());
            out.close();
        } else if (statement instanceof Statement.Assert s) {
            out.line().add("assert ");
            expressions.print(s.condition());
            s.detail().ifPresent(detail -> {
                out.add(" : ");
                expressions.print(detail);
            });
            out.end();
        } else if (statement instanceof Statement.Throw s) {
            out.line().add("throw new ").add(s.exception()).add("(");
            expressions.list(s.arguments()).add(")").end();
        } else {
            generated(statement);
        }
    }

    private void generated(Statement statement) {
        if (statement instanceof Statement.Push s) {
            out.line().add(isObject(s.value().type()) ? "tape.pushReference(" : "tape.push(");
            expressions.print(s.value()).add(")").end();
        } else if (statement instanceof Statement.Pop s) {
            Type type = s.variable().type();
            String cast = type == Type.CHAR || type == Type.BYTE || type == Type.SHORT ? "(" + type + ") " : "";
            declared(s.variable())
                    .add(" = " + cast + "tape." + pop(type) + "()")
                    .end();
        } else if (statement instanceof Statement.OpenRun s) {
            declared(s.run().cells())
                    .add(" = tape." + kind(s.run(), "cells") + "()")
                    .end();
            declared(s.run().top())
                    .add(" = tape." + kind(s.run(), "top") + "()")
                    .end();
        } else if (statement instanceof Statement.Room s) {
            out.line()
                    .add(names.of(s.run().cells()))
                    .add(" = tape." + kind(s.run(), "room") + "("
                            + names.of(s.run().top()) + ", " + s.each() + ", ");
            expressions.print(s.turns()).add(")").end();
        } else if (statement instanceof Statement.Put s) {
            out.line().add(names.of(s.run().cells()) + "[" + names.of(s.run().top()) + "++] = ");
            expressions.print(s.value()).end();
        } else if (statement instanceof Statement.PutAll s) {
            String top = names.of(s.run().top());
            out.line().add("System.arraycopy(");
            expressions.print(s.array()).add(", 0, " + names.of(s.run().cells()) + ", " + top + ", ");
            expressions.print(s.count()).add(")").end();
            out.line().add(top + " += ");
            expressions.print(s.count()).end();
        } else if (statement instanceof Statement.Take s) {
            declared(s.variable())
                    .add(" = " + names.of(s.run().cells()) + "[--"
                            + names.of(s.run().top()) + "]")
                    .end();
        } else if (statement instanceof Statement.LeftOver s) {
            leftOver(s);
        } else if (statement instanceof Statement.CloseRun s) {
            out.line()
                    .add("tape." + kind(s.run(), "top") + "(" + names.of(s.run().top()) + ")")
                    .end();
        } else if (statement instanceof Statement.Invoke s) {
            result(s.result());
            s.receiver().ifPresent(receiver -> expressions.print(receiver).add("."));
            out.add(s.method());
            arguments(s.arguments()).end();
        } else if (statement instanceof Statement.Remember s) {
            String field = Remembering.field(s.name(), s.value().type());
            out.line().add("this.").add(field).add(" = ");
            expressions.print(s.value()).end();
        } else if (statement instanceof Statement.Reshape s) {
            out.line().add("tape.reshape");
            arguments(List.of(s.matrix(), s.derivative(), s.rows(), s.columns()))
                    .end();
        } else if (statement instanceof Statement.Restore s) {
            out.line().add("tape.restoreShape");
            arguments(List.of(s.derivative())).end();
        } else if (statement instanceof Statement.Missing s) {
            out.line()
                    .add(s.isReplaced() ? "if (!tape.wantsDifferences()) " : "")
                    .add(Names.MISSING_RULE)
                    .add(".stop(")
                    .quote(s.message())
                    .add(")")
                    .end();
        } else if (statement instanceof Statement.Deliver s) {
            out.line().add("tape.given().deliver(").quote(s.rule()).add(", ");
            expressions.list(List.of(s.returned(), s.dual())).add(")").end();
        } else if (statement instanceof Statement.RequireNew s) {
            requireNew(s, List.of(s.result()));
            s.arguments().forEach(argument -> requireNew(s, List.of(s.result(), argument)));
        } else if (statement instanceof Statement.Difference s) {
            new TracePrinter(this, names, out, expressions).difference(s);
        } else if (statement instanceof Statement.Tell s) {
            new TracePrinter(this, names, out, expressions).tell(s);
        } else if (statement instanceof Statement.Note s) {
            note(s.position());
        } else {
            throw new IllegalStateException("cannot print " + statement);
        }
    }

    /** The name of one of the tape's methods for runs: those for doubles have plain names. */
    private static String kind(Statement.Run run, String method) {
        return run.cells().type().equals(Type.DOUBLES) ? method : "int" + Protocol.capitalized(method);
    }

    private void leftOver(Statement.LeftOver s) {
        out.line().add("if (");
        for (int i = 0; i < s.duals().size(); i++) {
            out.add(i == 0 ? "" : " || ").add(Names.SHADOWS).add(".isAnySet(");
            expressions.print(s.duals().get(i)).add(")");
        }
        out.add(")").open();
        out.line().add("this." + Protocol.turnsMeet(s.stem()) + " = true").end();
        out.line().add("return " + Protocol.inTwoSweeps(s.stem()));
        arguments(s.arguments()).end();
        out.close();
    }

    private void note(Position position) {
        if (position.line() != lastNote) {
            lastNote = position.line();
            out.comment(position.file() + ":" + position.line() + ": " + position.text());
        }
    }

    private void declare(Statement.Declare s) {
        declared(s.variable());
        s.value().ifPresent(value -> {
            out.add(" = ");
            expressions.print(value);
        });
        out.end();
    }

    /** Begins a declaration. */
    SourceText declared(Variable variable) {
        return out.line().add(variable.type()).add(" ").add(names.declare(variable));
    }

    /** Begins the declaration of a result, or a statement that has none. */
    private void result(Optional<Variable> result) {
        result.ifPresentOrElse(variable -> declared(variable).add(" = "), out::line);
    }

    private SourceText arguments(List<Expression> arguments) {
        out.add("(");
        return expressions.list(arguments).add(")");
    }

    /** Ends a line that begins with the place that gets a value. Prints {@code x = x + e} as {@code x += e}. */
    private void assign(Expression old, Expression value) {
        if (value instanceof Expression.Binary binary
                && binary.left().equals(old)
                && (binary.operator() == BinaryOperator.PLUS || binary.operator() == BinaryOperator.MINUS)) {
            String symbol = binary.operator().symbol();
            if (binary.right().equals(Expressions.literal(1))) {
                out.add(symbol).add(symbol).end();
            } else {
                out.add(" ").add(symbol).add("= ");
                expressions.print(binary.right()).end();
            }
        } else {
            out.add(" = ");
            expressions.print(value).end();
        }
    }

    private void store(Statement.Store s) {
        out.line();
        if (s.place() instanceof Expression.Entry entry && entry.checked()) {
            boolean adds = s.value() instanceof Expression.Binary sum
                    && sum.operator() == BinaryOperator.PLUS
                    && sum.left().equals(entry);
            Expression value = adds ? ((Expression.Binary) s.value()).right() : s.value();
            expressions.print(entry.matrix()).add(adds ? ".add" : ".set");
            arguments(List.of(entry.row(), entry.column(), value)).end();
        } else {
            expressions.print(s.place());
            assign(s.place(), s.value());
        }
    }

    private void allocation(Allocation allocation) {
        if (allocation instanceof Allocation.NewMatrix matrix) {
            out.add("tape.memory().matrix");
            arguments(List.of(matrix.rows(), matrix.columns()));
        } else if (allocation instanceof Allocation.Copy copy) {
            out.add("tape.memory().copyOf");
            arguments(List.of(copy.source()));
        } else if (allocation instanceof Allocation.Shadow shadow) {
            shadow(shadow.made());
        } else if (allocation instanceof Allocation.DeepCopy copy) {
            out.add("tape.given().copyOf");
            arguments(List.of(copy.source()));
        } else if (allocation instanceof Allocation.Share share) {
            out.add("tape.shares()." + (share.isFirst() ? "first" : "next"));
            arguments(share.like().type() == Type.DOUBLE ? List.of() : List.of(share.like()));
        } else if (allocation instanceof Allocation.Kept kept) {
            out.add("tape.memory().kept(")
                    .add(kept.type())
                    .add(".class, ")
                    .add(kept.type())
                    .add("::new)");
        } else if (allocation instanceof Allocation.Checkpoints checkpoints) {
            out.add("tape.checkpoints(" + checkpoints.slots() + ")");
        } else {
            array((Allocation.NewArray) allocation);
        }
    }

    private void array(Allocation.NewArray array) {
        if (array.type().element().isReference() && array.lengths().size() == 1) {
            out.add("tape.memory().references(").add(array.type()).add(".class, ");
            expressions.list(array.lengths()).add(")");
        } else {
            out.add("tape.memory()." + array.type().leaf() + "s");
            arguments(array.lengths());
        }
    }

    /** Arrays of references hold no derivatives themselves, so they need not lie where derivatives do. */
    private void shadow(Allocation allocation) {
        if (allocation instanceof Allocation.NewMatrix matrix) {
            out.add("tape.shadowMemory().matrix");
            arguments(List.of(matrix.rows(), matrix.columns()));
        } else if (allocation instanceof Allocation.NewArray array
                && (!array.type().element().isReference() || array.lengths().size() > 1)) {
            out.add("tape.shadowMemory().doubles");
            arguments(array.lengths());
        } else {
            allocation(allocation);
        }
    }

    private void operate(Statement.Operate s) {
        List<Expression> arguments = s.arguments();
        result(s.result());
        if (s.operation().onReceiver()) {
            expressions.print(arguments.get(0));
            arguments = arguments.subList(1, arguments.size());
        } else {
            out.add(MatrixKernels.owner(s.operation()));
        }
        out.add(".").add(s.operation().name());
        arguments(arguments).end();
    }

    private void requireNew(Statement.RequireNew s, List<Expression> different) {
        out.line().add("tape.given().requireNew(").quote(s.method()).add(", ");
        expressions.list(different).add(")").end();
    }

    void called(Inactive target, List<Expression> arguments) {
        if (target instanceof Inactive.StaticMethod method) {
            out.add(method.owner()).add(".").add(method.name());
            arguments(arguments);
        } else if (target instanceof Inactive.OwnMethod method) {
            out.add("model.").add(method.name());
            arguments(arguments);
        } else if (target instanceof Inactive.Assertions assertions) {
            out.add(assertions.owner()).add(".class.desiredAssertionStatus()");
        } else if (target instanceof Inactive.NewObject object) {
            out.add("new ");
            if (object.infersArguments()) {
                out.add(object.type().name()).add("<>");
            } else {
                out.add(object.type());
            }
            arguments(arguments);
        } else {
            expressions.receiver(arguments.get(0)).add(".");
            if (target instanceof Inactive.InstanceField field) {
                out.add(field.name());
            } else {
                out.add(((Inactive.InstanceMethod) target).name());
                arguments(arguments.subList(1, arguments.size()));
            }
        }
    }

    private void choose(Statement.If s) {
        if (s.then().isEmpty()) {
            head("if (", new Expression.Unary(Expression.UnaryOperator.NOT, s.condition()));
            block(s.otherwise());
        } else {
            head("if (", s.condition());
            block(s.then());
            if (!s.otherwise().isEmpty()) {
                otherwise(s.otherwise());
                return;
            }
        }
        out.close();
        lastNote = 0;
    }

    /** The other side of a choice; if it is no more than another choice, on the same level. */
    private void otherwise(Block block) {
        lastNote = 0;
        if (block.statements().size() == 1
                && block.statements().get(0) instanceof Statement.If next
                && !next.then().isEmpty()) {
            out.next("else if (");
            expressions.print(next.condition()).add(")").open();
            block(next.then());
            if (!next.otherwise().isEmpty()) {
                otherwise(next.otherwise());
                return;
            }
        } else {
            out.next("else").open();
            block(block);
        }
        out.close();
        lastNote = 0;
    }

    private void loop(Statement.For s) {
        names.enter();
        String index = names.declare(s.index());
        out.line().add("for (").add(s.index().type()).add(" ").add(index).add(" = ");
        expressions.print(s.start()).add("; ");
        expressions
                .print(s.condition())
                .add("; ")
                .add(index)
                .add(update(s.step()))
                .add(")")
                .open();
        block(s.body());
        out.close();
        names.leave();
        lastNote = 0;
    }

    private static String update(long step) {
        if (step == 1 || step == -1) {
            return step == 1 ? "++" : "--";
        }
        return step < 0 ? " -= " + -step : " += " + step;
    }

    /** The line before a block. */
    private void head(String keyword, Expression condition) {
        out.line().add(keyword);
        expressions.print(condition).add(")").open();
    }

    private void block(Block block) {
        names.enter();
        block.statements().forEach(this::print);
        names.leave();
    }

    private static boolean isObject(Type type) {
        return type.isReference() || type == Type.STRING || type instanceof Type.Opaque;
    }

    private static String pop(Type type) {
        if (isObject(type)) {
            return "popReference";
        }
        return switch ((Type.Simple) type) {
            case DOUBLE -> "popDouble";
            case INT, CHAR, BYTE, SHORT -> "popInt";
            case LONG -> "popLong";
            case BOOLEAN -> "popBoolean";
            default -> throw new IllegalStateException("nothing of type " + type + " goes on the tape");
        };
    }
}
