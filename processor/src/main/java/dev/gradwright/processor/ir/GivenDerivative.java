package dev.gradwright.processor.ir;

import dev.gradwright.processor.ir.Statement.Inactive;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A method whose author gives the derivative by hand, with the methods that compute it.
 *
 * @param name the method, for people: {@code Functions.norm}
 * @param active per argument, whether a derivative flows through it
 * @param primal the method itself
 * @param recording what runs in its place where the reverse rule will want what it keeps
 * @param reverse the method that computes the shares of the arguments
 * @param forward the method that computes the derivative of the result
 */
public record GivenDerivative(
        String name,
        List<Boolean> active,
        Inactive primal,
        Optional<Recording> recording,
        Optional<Rule> reverse,
        Optional<Rule> forward) {

    public GivenDerivative {
        active = List.copyOf(active);
    }

    /**
     * A method that returns an object with the result and what else the reverse rule wants.
     *
     * @param target the method
     * @param type the object's type
     */
    public record Recording(Inactive target, Type.Opaque type) {}

    /**
     * A method that computes a derivative.
     *
     * @param name its name
     * @param target the method
     * @param operands what it is given, in the order of its parameters
     * @param body the method as it is read, where second derivatives want its derivative
     */
    public record Rule(String name, Inactive target, List<Operand> operands, Optional<Method> body) {
        public Rule {
            operands = List.copyOf(operands);
        }
    }

    /**
     * Something that a rule is given.
     *
     * @param kind what it is
     * @param argument which argument it belongs to; -1 if to none
     */
    public record Operand(Kind kind, int argument) {}

    /** What rules can be given. */
    public enum Kind {
        /** The value of an argument. */
        VALUE,
        /** Where the share of an argument goes. */
        SHARE,
        /** The direction of an argument. */
        DIRECTION,
        /** What the method has returned. */
        RESULT,
        /** The adjoint of that. */
        SEED,
        /** What the recording has returned. */
        RECORD
    }

    /** The names of the rules, for people. */
    public String rules() {
        return Stream.of(reverse, forward)
                .flatMap(Optional::stream)
                .map(Rule::name)
                .collect(Collectors.joining(" and "));
    }
}
