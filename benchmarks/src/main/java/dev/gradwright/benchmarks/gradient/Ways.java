package dev.gradwright.benchmarks.gradient;

import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * One problem in all ways, at the same point.
 *
 * @param primal the function alone
 * @param generated what the processor makes of it
 * @param byHand the adjoint as somebody writes it who needs only this one
 * @param tape on a {@link dev.gradwright.benchmarks.tape.WengertTape}
 * @param hipparchus with Hipparchus' {@code Gradient}
 */
public record Ways(
        DoubleSupplier primal,
        Supplier<Objective> generated,
        Supplier<Objective> byHand,
        Supplier<Objective> tape,
        Supplier<Objective> hipparchus) {}
