package dev.gradwright.processor.lower.declare;

import dev.gradwright.processor.ir.FixedMatrix;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A method as far as its declaration tells.
 *
 * @param stem what the names of the members generated for the method begin with
 * @param self what {@code this} is in a method or constructor of a composite
 */
public record MethodSignature(
        Method.Key key,
        String stem,
        boolean isStatic,
        Optional<Declared> self,
        List<Declared> parameters,
        Type result,
        String shape,
        Method.Role role) {

    public MethodSignature {
        parameters = List.copyOf(parameters);
    }

    /**
     * A parameter.
     *
     * @param whole the variable that its name means
     * @param leaves what stands for it: itself, or its components where it is taken apart
     */
    public record Declared(Variable whole, List<Method.Parameter> leaves) {
        public Declared {
            leaves = List.copyOf(leaves);
        }

        /** A parameter that is taken apart. */
        public static Declared takenApart(Variable whole, boolean isConstant) {
            List<Type.Part> parts = Type.leaves(whole.type());
            List<Optional<FixedMatrix>> fixed = FixedMatrix.ofLeaves(whole.type());
            List<Method.Parameter> leaves = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                Variable leaf = new Variable(
                        whole.name() + parts.get(i).suffix(), parts.get(i).type());
                String shape = fixed.get(i).map(FixedMatrix::shape).orElse("");
                leaves.add(new Method.Parameter(leaf, isConstant, shape, ""));
            }
            return new Declared(whole, leaves);
        }
    }

    /** All that the method takes, {@code this} first where that is taken apart. */
    public List<Method.Parameter> leaves() {
        return Stream.concat(self.stream(), parameters.stream())
                .flatMap(declared -> declared.leaves().stream())
                .toList();
    }

    /** A name that two parts share: generated code knows parts by name, so {@code p.x} must not meet a parameter {@code pX}. */
    public Optional<String> clash() {
        Set<String> names = new HashSet<>();
        Stream<String> parameters =
                leaves().stream().map(leaf -> leaf.variable().name());
        Stream<String> results = results().stream().map(result -> "." + result.part());
        return Stream.concat(parameters, results)
                .filter(name -> !names.add(name))
                .map(name -> name.replace(".", ""))
                .findFirst();
    }

    public Method.Face face() {
        return new Method.Face(
                parameters.stream()
                        .map(declared -> new Method.Declared(
                                declared.whole().name(), declared.whole().type()))
                        .toList(),
                result);
    }

    /** The results without a body. */
    public List<Method.Result> results() {
        return Type.leaves(result).stream()
                .filter(leaf -> leaf.type() != Type.VOID)
                .map(leaf -> new Method.Result(leaf.suffix(), new Variable("result" + leaf.suffix(), leaf.type())))
                .toList();
    }
}
