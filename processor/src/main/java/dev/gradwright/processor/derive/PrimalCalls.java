package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Substitution;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The body of a helper through which no derivative flows, with its calls turned into calls of generated copies. */
public final class PrimalCalls {

    private final Unit unit;
    private final Protocol protocol;

    private PrimalCalls(Unit unit, Protocol protocol) {
        this.unit = unit;
        this.protocol = protocol;
    }

    /** The body of a helper's copy. */
    public static Block of(Unit unit, Protocol protocol, Method method) {
        PrimalCalls calls = new PrimalCalls(unit, protocol);
        List<Statement> out = new ArrayList<>(calls.block(method.body()).statements());
        out.addAll(Invocation.remembering(Protocol.primal(protocol.name(method.key())), method.results()));
        return new Block(out);
    }

    /** A call of a helper's copy. */
    static List<Statement> call(Unit unit, Protocol protocol, Statement.CallHelper call) {
        String name = Protocol.primal(protocol.name(call.callee()));
        List<Method.Result> results = Invocation.results(unit.methods().get(call.callee()), call.results());
        return new Invocation(Optional.empty(), name, name, results).statements(call.arguments(), call.position());
    }

    private Block block(Block block) {
        List<Statement> out = new ArrayList<>();
        for (Statement statement : block.statements()) {
            Statement inner = Substitution.blocks(statement, this::block);
            out.addAll(inner instanceof Statement.CallHelper call ? call(unit, protocol, call) : List.of(inner));
        }
        return new Block(out);
    }
}
