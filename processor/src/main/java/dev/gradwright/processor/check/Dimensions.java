package dev.gradwright.processor.check;

import dev.gradwright.processor.source.CodeBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The dimensions that a sample has, each with a small length of its own, so that one taken for another is found out. */
final class Dimensions {

    private static final int SMALLEST = 3;

    /** Names that the generated method uses itself. */
    private static final Set<String> RESERVED = Set.of("seed", "random");

    private final Map<String, Integer> lengths = new LinkedHashMap<>();

    /** The length of a dimension, which is a name or a number. */
    CodeBlock length(String dimension) {
        if (!Character.isJavaIdentifierStart(dimension.charAt(0))) {
            return CodeBlock.of("$L", dimension);
        }
        String variable = RESERVED.contains(dimension) ? dimension + "Length" : dimension;
        if (!lengths.containsKey(variable)) {
            lengths.put(variable, SMALLEST + lengths.size());
        }
        return CodeBlock.of("$L", variable);
    }

    /** The lengths of the dimensions in the text of a {@code @Shape}. */
    List<CodeBlock> lengths(String shape) {
        List<CodeBlock> all = new ArrayList<>();
        for (String dimension : shape.split(",")) {
            all.add(length(dimension.strip()));
        }
        return all;
    }

    /** The names and lengths asked for so far. */
    Map<String, Integer> named() {
        return lengths;
    }
}
