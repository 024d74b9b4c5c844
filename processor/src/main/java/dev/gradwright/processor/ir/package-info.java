/**
 * The intermediate representation: the user's differentiable methods as sealed records, free of javac.
 *
 * <p>A method is a structured {@link dev.gradwright.processor.ir.Block} of statements with one exit. Statements do things;
 * {@link dev.gradwright.processor.ir.Expression expressions} are pure trees: evaluating one twice gives the same value and
 * changes nothing, so a derivative pass may repeat an expression wherever its inputs are still alive. Whatever has an effect
 * (a call, an allocation, an assignment inside an expression) has been given a statement of its own, in Java's order of
 * evaluation, before this representation is built.
 *
 * <p>May use nothing but {@code java.*}.
 */
package dev.gradwright.processor.ir;
