package dev.gradwright.processor.emit;

import dev.gradwright.processor.derive.AdjointMethod;
import dev.gradwright.processor.derive.TangentMethod;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;

/** Methods whose derivatives are certain not to fit into a method: Java allows 65535 bytes of bytecode. */
public final class LongMethods {

    private static final int LIMIT = 65535;

    /**
     * A method that is too long.
     *
     * @param method the user's method
     * @param half which part of what is generated for it does not fit
     * @param bytes the bytes of bytecode that this part has at least
     */
    public record Finding(Method method, String half, int bytes) {}

    private final List<Finding> findings = new ArrayList<>();

    private LongMethods() {}

    /** The methods of a unit that are too long, each once. */
    public static List<Finding> in(Derived derived) {
        LongMethods methods = new LongMethods();
        derived.adjoints().forEach(methods::look);
        derived.secondOrder().forEach(methods::look);
        derived.rows().forEach(methods::look);
        derived.tangents().forEach(methods::look);
        derived.columns().forEach(methods::look);
        return List.copyOf(methods.findings);
    }

    private void look(TangentMethod tangent) {
        look(tangent.source(), "tangent", tangent.parameters(), tangent.body());
    }

    private void look(AdjointMethod adjoint) {
        look(adjoint.source(), "reverse sweep", adjoint.reverseParameters(), adjoint.reverse());
        look(adjoint.source(), "forward sweep", adjoint.parameters(), adjoint.forward());
    }

    private void look(Method method, String half, List<Variable> parameters, Block body) {
        int bytes = BytecodeSize.atLeast(parameters, body);
        if (bytes > LIMIT
                && findings.stream().noneMatch(finding -> finding.method().key().equals(method.key()))) {
            findings.add(new Finding(method, half, bytes));
        }
    }
}
