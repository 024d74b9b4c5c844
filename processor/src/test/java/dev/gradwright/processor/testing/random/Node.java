package dev.gradwright.processor.testing.random;

import java.util.List;
import java.util.stream.Collectors;

/** A piece of a program's text: small enough to be left out when a failing program is shrunk. */
sealed interface Node {

    /** A statement or declaration on a line of its own. */
    record Line(String text) implements Node {}

    /** Statements in braces, perhaps several in a row as in {@code if (...) {...} else {...}}. */
    record Block(List<Section> sections, String tail) implements Node {}

    /** The head of a block, up to its opening brace, and what is in it. */
    record Section(String head, List<Node> body) {}

    static Node line(String text) {
        return new Line(text);
    }

    static Node block(String head, List<Node> body) {
        return new Block(List.of(new Section(head, body)), "}");
    }

    default String text(String indent) {
        if (this instanceof Line line) {
            return indent + line.text() + "\n";
        }
        Block block = (Block) this;
        String sections = block.sections().stream()
                .map(section -> indent + section.head() + "\n" + text(section.body(), indent + "    "))
                .collect(Collectors.joining());
        return sections + indent + block.tail() + "\n";
    }

    static String text(List<Node> nodes, String indent) {
        return nodes.stream().map(node -> node.text(indent)).collect(Collectors.joining());
    }
}
