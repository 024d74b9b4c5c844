package dev.gradwright.processor.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import dev.gradwright.processor.ir.Position;

/** A position that knows its tree, so that the compiler can point at it. */
record JavacPosition(CompilationUnitTree unit, Tree tree, String file, int line, String text) implements Position {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
