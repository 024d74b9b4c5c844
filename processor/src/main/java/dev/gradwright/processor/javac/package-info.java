/**
 * The compiler: its trees, its positions and messages, and the comparison of what we resolved with what it resolved.
 *
 * <p>{@link dev.gradwright.processor.javac.Compiler} is the way in. Trees of bodies are read as parsed:
 * {@code Trees.getElement} and {@code getTypeMirror} are asked only after the compiler has attributed a class, in
 * {@link dev.gradwright.processor.javac.Verifier}, because asking earlier makes it attribute the user's class in place.
 */
package dev.gradwright.processor.javac;
