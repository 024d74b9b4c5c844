package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Substitution;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Statement;
import java.util.Optional;

/** The body of a helper through which no derivative flows, with its calls turned into calls of generated copies. */
public final class PrimalCalls {

    private PrimalCalls() {}

    /** Turns the calls in a block. */
    public static Block in(Protocol protocol, Block block) {
        return new Block(block.statements().stream()
                .map(statement -> statement(protocol, Substitution.blocks(statement, inner -> in(protocol, inner))))
                .toList());
    }

    private static Statement statement(Protocol protocol, Statement statement) {
        if (statement instanceof Statement.CallHelper call) {
            return new Statement.Invoke(
                    call.result(),
                    Optional.empty(),
                    Protocol.primal(protocol.name(call.callee())),
                    call.arguments(),
                    call.position());
        }
        return statement;
    }
}
