package dev.gradwright.processor.testing.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a failing program smaller for as long as it fails in the same way. */
final class Shrinker {

    private final Predicate<Program> fails;
    private int attempts;

    private Shrinker(Predicate<Program> fails, int attempts) {
        this.fails = fails;
        this.attempts = attempts;
    }

    static Program shrink(Program program, Predicate<Program> fails, int attempts) {
        return new Shrinker(fails, attempts).shrink(program);
    }

    private Program shrink(Program program) {
        Program smallest = program;
        boolean isSmaller = true;
        while (isSmaller && attempts > 0) {
            isSmaller = false;
            int index = 0;
            List<List<Node>> candidates = smaller(smallest.members());
            while (index < candidates.size() && attempts-- > 0) {
                Program candidate = smallest.with(candidates.get(index));
                if (fails.test(candidate)) {
                    smallest = candidate;
                    candidates = smaller(smallest.members());
                    isSmaller = true;
                } else {
                    index++;
                }
            }
        }
        return smallest;
    }

    /** Programs with a node less, or with a block opened, or with something in a line left out. */
    private static List<List<Node>> smaller(List<Node> nodes) {
        List<List<Node>> all = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            all.add(replaced(nodes, i, List.of()));
        }
        for (int i = 0; i < nodes.size(); i++) {
            int at = i;
            if (nodes.get(i) instanceof Node.Block block) {
                block.sections().forEach(section -> all.add(replaced(nodes, at, section.body())));
                for (int s = 0; s < block.sections().size(); s++) {
                    Node.Section section = block.sections().get(s);
                    int which = s;
                    smaller(section.body())
                            .forEach(body ->
                                    all.add(replaced(nodes, at, List.of(with(block, which, section.head(), body)))));
                    heads(section.head())
                            .forEach(head ->
                                    all.add(replaced(nodes, at, List.of(with(block, which, head, section.body())))));
                }
            } else if (nodes.get(i) instanceof Node.Line line) {
                texts(line.text()).forEach(text -> all.add(replaced(nodes, at, List.of(Node.line(text)))));
            }
        }
        return all;
    }

    private static Node with(Node.Block block, int which, String head, List<Node> body) {
        List<Node.Section> sections = new ArrayList<>(block.sections());
        sections.set(which, new Node.Section(head, body));
        return new Node.Block(sections, block.tail());
    }

    private static List<Node> replaced(List<Node> nodes, int index, List<Node> others) {
        List<Node> copy = new ArrayList<>(nodes.subList(0, index));
        copy.addAll(others);
        copy.addAll(nodes.subList(index + 1, nodes.size()));
        return copy;
    }

    /** Only conditions are made simpler, as loops and recursion must end. */
    private static List<String> heads(String head) {
        return head.startsWith("if (") ? texts(head) : List.of();
    }

    /** Texts in which something in parentheses, or a call or the like in front of it, has become a simple value. */
    private static List<String> texts(String text) {
        List<String> all = new ArrayList<>();
        for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
            int close = closing(text, open);
            if (close < 0 || close - open < 2) {
                continue;
            }
            String inside = text.substring(open + 1, close);
            int start = open;
            while (start > 0
                    && (Character.isJavaIdentifierPart(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
                start--;
            }
            for (String value : List.of("1", "true", inside)) {
                if (!text.substring(start, close + 1).equals(value)) {
                    all.add(text.substring(0, start) + value + text.substring(close + 1));
                }
            }
            if (!inside.equals("1") && !inside.equals("x")) {
                all.add(text.substring(0, open + 1) + "1" + text.substring(close));
            }
        }
        all.removeIf(shorter -> shorter.length() >= text.length());
        return all;
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
