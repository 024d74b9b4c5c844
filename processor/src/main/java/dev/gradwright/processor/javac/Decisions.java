package dev.gradwright.processor.javac;

import com.sun.source.tree.Tree;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * What we took each tree for: its type, and the field or method it names. Kept as text, because the compiler makes new symbols
 * for the same sources in every round.
 */
public final class Decisions {

    record Decision(String type, String element) {}

    private final Map<Tree, String> types = new IdentityHashMap<>();
    private final Map<Tree, String> elements = new IdentityHashMap<>();

    /** Notes the type of an expression. */
    public void type(Tree tree, String type) {
        types.put(tree, type);
    }

    /** Notes the field or method that an expression names, as {@link Signatures} writes it. */
    public void element(Tree tree, String element) {
        elements.put(tree, element);
    }

    Decision of(Tree tree) {
        return new Decision(types.get(tree), elements.get(tree));
    }

    boolean isEmpty() {
        return types.isEmpty() && elements.isEmpty();
    }
}
