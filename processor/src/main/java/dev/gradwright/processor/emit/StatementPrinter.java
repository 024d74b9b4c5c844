package dev.gradwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Statement.Allocation;
import dev.gradwright.processor.ir.Statement.Inactive;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.List;
import java.util.Optional;

/** Prints the statements of a generated method. */
final class StatementPrinter {

    private final LocalNames names;
    private final ExpressionPrinter expressions;
    private final CodeBlock.Builder out = CodeBlock.builder();
    private int lastNote;

    StatementPrinter(LocalNames names) {
        this.names = names;
        this.expressions = new ExpressionPrinter(names);
    }

    /** The statements of a method's body. */
    static CodeBlock print(Block body, LocalNames names) {
        StatementPrinter printer = new StatementPrinter(names);
        body.statements().forEach(printer::print);
        return printer.out.build();
    }

    private void print(Statement statement) {
        if (statement instanceof Statement.Declare s) {
            declare(s);
        } else if (statement instanceof Statement.Assign s) {
            assign(CodeBlock.of("$L", names.of(s.variable())), Expressions.read(s.variable()), s.value());
        } else if (statement instanceof Statement.Store s) {
            store(s);
        } else if (statement instanceof Statement.Allocate s) {
            CodeBlock made = allocation(s.allocation());
            out.addStatement("$T $L = $L", Names.of(s.variable().type()), names.declare(s.variable()), made);
        } else if (statement instanceof Statement.Operate s) {
            operate(s);
        } else if (statement instanceof Statement.CallInactive s) {
            result(s.result(), called(s.target(), s.arguments()));
        } else if (statement instanceof Statement.CallGiven s) {
            result(Optional.of(s.result()), called(s.given().primal(), s.arguments()));
        } else if (statement instanceof Statement.If s) {
            choose(s);
        } else if (statement instanceof Statement.For s) {
            loop(s);
        } else if (statement instanceof Statement.While s) {
            out.beginControlFlow("while ($L)", expressions.print(s.condition()));
            block(s.body());
            out.endControlFlow();
        } else if (statement instanceof Statement.TryFinally s) {
            out.beginControlFlow("try");
            block(s.body());
            lastNote = 0;
            out.nextControlFlow("finally");
            block(s.last());
            out.endControlFlow();
        } else if (statement instanceof Statement.Assert s) {
            CodeBlock detail = s.detail()
                    .map(value -> CodeBlock.of(" : $L", expressions.print(value)))
                    .orElse(CodeBlock.of(""));
            out.addStatement("assert $L$L", expressions.print(s.condition()), detail);
        } else if (statement instanceof Statement.Throw s) {
            out.addStatement("throw new $T($L)", Names.of(s.exception()), expressions.list(s.arguments()));
        } else {
            generated(statement);
        }
    }

    private void generated(Statement statement) {
        if (statement instanceof Statement.Push s) {
            boolean isObject = isObject(s.value().type());
            String method = isObject ? "pushReference" : "push";
            out.addStatement("tape.$L($L)", method, expressions.print(s.value()));
        } else if (statement instanceof Statement.Pop s) {
            Type type = s.variable().type();
            String cast = type == Type.CHAR || type == Type.BYTE || type == Type.SHORT ? "(" + type + ") " : "";
            out.addStatement("$T $L = $Ltape.$L()", Names.of(type), names.declare(s.variable()), cast, pop(type));
        } else if (statement instanceof Statement.Invoke s) {
            CodeBlock receiver = s.receiver()
                    .map(r -> CodeBlock.of("$L.", expressions.print(r)))
                    .orElse(CodeBlock.of(""));
            CodeBlock call = CodeBlock.of("$L$L($L)", receiver, s.method(), expressions.list(s.arguments()));
            result(s.result(), call);
        } else if (statement instanceof Statement.Remember s) {
            String field = Remembering.field(s.name(), s.value().type());
            out.addStatement("this.$L = $L", field, expressions.print(s.value()));
        } else if (statement instanceof Statement.Reshape s) {
            out.addStatement(
                    "tape.reshape($L)", expressions.list(List.of(s.matrix(), s.derivative(), s.rows(), s.columns())));
        } else if (statement instanceof Statement.Restore s) {
            out.addStatement("tape.restoreShape($L)", expressions.print(s.derivative()));
        } else if (statement instanceof Statement.Missing s) {
            out.addStatement("$T.stop($S)", Names.MISSING_RULE, s.message());
        } else if (statement instanceof Statement.Deliver s) {
            out.addStatement(
                    "tape.given().deliver($S, $L)", s.rule(), expressions.list(List.of(s.returned(), s.dual())));
        } else if (statement instanceof Statement.RequireNew s) {
            CodeBlock result = expressions.print(s.result());
            out.addStatement("tape.given().requireNew($S, $L)", s.method(), result);
            s.arguments()
                    .forEach(argument -> out.addStatement(
                            "tape.given().requireNew($S, $L, $L)", s.method(), result, expressions.print(argument)));
        } else if (statement instanceof Statement.Note s) {
            note(s.position());
        } else {
            throw new IllegalStateException("cannot print " + statement);
        }
    }

    private void note(Position position) {
        if (position.line() != lastNote) {
            lastNote = position.line();
            // a backslash before u would be read as an escape even in a comment
            out.add(
                    "// $L:$L: $L\n",
                    position.file(),
                    position.line(),
                    position.text().replace("\\u", "\\ u"));
        }
    }

    private void declare(Statement.Declare s) {
        if (s.value().isEmpty()) {
            out.addStatement("$T $L", Names.of(s.variable().type()), names.declare(s.variable()));
        } else {
            CodeBlock value = expressions.print(s.value().get());
            out.addStatement("$T $L = $L", Names.of(s.variable().type()), names.declare(s.variable()), value);
        }
    }

    /** Prints {@code x = x + e} as {@code x += e}. */
    private void assign(CodeBlock target, Expression old, Expression value) {
        if (value instanceof Expression.Binary binary
                && binary.left().equals(old)
                && (binary.operator() == BinaryOperator.PLUS || binary.operator() == BinaryOperator.MINUS)) {
            String symbol = binary.operator().symbol();
            if (binary.right().equals(Expressions.literal(1))) {
                out.addStatement("$L$L$L", target, symbol, symbol);
            } else {
                out.addStatement("$L $L= $L", target, symbol, expressions.print(binary.right()));
            }
        } else {
            out.addStatement("$L = $L", target, expressions.print(value));
        }
    }

    private void store(Statement.Store s) {
        if (s.place() instanceof Expression.Element) {
            assign(expressions.print(s.place()), s.place(), s.value());
        } else if (s.place() instanceof Expression.Entry entry) {
            String at = entry.checked() ? "set" : "unsafe_set";
            Expression value = s.value();
            if (entry.checked()
                    && value instanceof Expression.Binary sum
                    && sum.operator() == BinaryOperator.PLUS
                    && sum.left().equals(entry)) {
                at = "add";
                value = sum.right();
            }
            out.addStatement(
                    "$L.$L($L)",
                    expressions.print(entry.matrix()),
                    at,
                    expressions.list(List.of(entry.row(), entry.column(), value)));
        } else {
            Expression.EntryAt entry = (Expression.EntryAt) s.place();
            out.addStatement(
                    "$L.set($L)",
                    expressions.print(entry.matrix()),
                    expressions.list(List.of(entry.index(), s.value())));
        }
    }

    private CodeBlock allocation(Allocation allocation) {
        if (allocation instanceof Allocation.NewMatrix matrix) {
            return CodeBlock.of("tape.matrix($L)", expressions.list(List.of(matrix.rows(), matrix.columns())));
        } else if (allocation instanceof Allocation.Copy copy) {
            return CodeBlock.of("tape.copyOf($L)", expressions.print(copy.source()));
        } else if (allocation instanceof Allocation.Shadow shadow) {
            return shadow(shadow.made());
        } else if (allocation instanceof Allocation.DeepCopy copy) {
            return CodeBlock.of("tape.given().copyOf($L)", expressions.print(copy.source()));
        } else if (allocation instanceof Allocation.Share share) {
            String request = share.isFirst() ? "first" : "next";
            boolean isNumber = share.like().type() == Type.DOUBLE;
            return CodeBlock.of("tape.shares().$L($L)", request, isNumber ? "" : expressions.print(share.like()));
        } else if (allocation instanceof Allocation.Checkpoints checkpoints) {
            return CodeBlock.of("tape.checkpoints($L)", checkpoints.slots());
        }
        Allocation.NewArray array = (Allocation.NewArray) allocation;
        CodeBlock lengths = expressions.list(array.lengths());
        if (array.type().element().isReference() && array.lengths().size() == 1) {
            return CodeBlock.of("tape.references($T.class, $L)", Names.of(array.type()), lengths);
        }
        return CodeBlock.of("tape.$Ls($L)", array.type().leaf(), lengths);
    }

    /** Arrays of references hold no derivatives themselves, so they need not lie where derivatives do. */
    private CodeBlock shadow(Allocation allocation) {
        if (allocation instanceof Allocation.NewMatrix matrix) {
            return CodeBlock.of("tape.shadowMatrix($L)", expressions.list(List.of(matrix.rows(), matrix.columns())));
        } else if (allocation instanceof Allocation.NewArray array
                && (!array.type().element().isReference() || array.lengths().size() > 1)) {
            return CodeBlock.of("tape.shadowDoubles($L)", expressions.list(array.lengths()));
        }
        return allocation(allocation);
    }

    private void operate(Statement.Operate s) {
        List<Expression> arguments = s.arguments();
        CodeBlock target = CodeBlock.of("$T", Names.of(s.operation().owner()));
        if (s.operation().onReceiver()) {
            target = expressions.print(arguments.get(0));
            arguments = arguments.subList(1, arguments.size());
        }
        result(s.result(), CodeBlock.of("$L.$L($L)", target, s.operation().name(), expressions.list(arguments)));
    }

    private CodeBlock called(Inactive target, List<Expression> arguments) {
        if (target instanceof Inactive.StaticMethod method) {
            return CodeBlock.of("$T.$L($L)", Names.of(method.owner()), method.name(), expressions.list(arguments));
        } else if (target instanceof Inactive.OwnMethod method) {
            return CodeBlock.of("model.$L($L)", method.name(), expressions.list(arguments));
        } else if (target instanceof Inactive.Assertions assertions) {
            return CodeBlock.of("$T.class.desiredAssertionStatus()", Names.of(assertions.owner()));
        } else if (target instanceof Inactive.NewObject object) {
            Object type = object.infersArguments()
                    ? CodeBlock.of("$T<>", Names.of(object.type().name()))
                    : CodeBlock.of("$T", Names.of(object.type()));
            return CodeBlock.of("new $L($L)", type, expressions.list(arguments));
        }
        CodeBlock receiver = expressions.receiver(arguments.get(0));
        if (target instanceof Inactive.InstanceField field) {
            return CodeBlock.of("$L.$L", receiver, field.name());
        }
        Inactive.InstanceMethod method = (Inactive.InstanceMethod) target;
        return CodeBlock.of(
                "$L.$L($L)", receiver, method.name(), expressions.list(arguments.subList(1, arguments.size())));
    }

    private void result(Optional<Variable> result, CodeBlock call) {
        if (result.isPresent()) {
            out.addStatement("$T $L = $L", Names.of(result.get().type()), names.declare(result.get()), call);
        } else {
            out.addStatement(call);
        }
    }

    private void choose(Statement.If s) {
        if (s.then().isEmpty()) {
            Expression negated = new Expression.Unary(Expression.UnaryOperator.NOT, s.condition());
            out.beginControlFlow("if ($L)", expressions.print(negated));
            block(s.otherwise());
        } else {
            out.beginControlFlow("if ($L)", expressions.print(s.condition()));
            block(s.then());
            if (!s.otherwise().isEmpty()) {
                otherwise(s.otherwise());
                return;
            }
        }
        out.endControlFlow();
        lastNote = 0;
    }

    /** The other side of a choice; if it is no more than another choice, on the same level. */
    private void otherwise(Block block) {
        lastNote = 0;
        if (block.statements().size() == 1
                && block.statements().get(0) instanceof Statement.If next
                && !next.then().isEmpty()) {
            out.nextControlFlow("else if ($L)", expressions.print(next.condition()));
            block(next.then());
            if (!next.otherwise().isEmpty()) {
                otherwise(next.otherwise());
                return;
            }
        } else {
            out.nextControlFlow("else");
            block(block);
        }
        out.endControlFlow();
        lastNote = 0;
    }

    private void loop(Statement.For s) {
        names.enter();
        CodeBlock start = expressions.print(s.start());
        String index = names.declare(s.index());
        CodeBlock update = s.step() == 1
                ? CodeBlock.of("$L++", index)
                : s.step() == -1
                        ? CodeBlock.of("$L--", index)
                        : s.step() < 0
                                ? CodeBlock.of("$L -= $L", index, -s.step())
                                : CodeBlock.of("$L += $L", index, s.step());
        out.beginControlFlow(
                "for ($T $L = $L; $L; $L)",
                Names.of(s.index().type()),
                index,
                start,
                expressions.print(s.condition()),
                update);
        block(s.body());
        out.endControlFlow();
        names.leave();
        lastNote = 0;
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
