package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Statement;

/** A moment of the forward sweep: just before the statement at an index of a scope. */
record Point(Scope scope, int index) {

    Statement statement() {
        return scope.block().statements().get(index);
    }
}
