package dev.gradwright.processor.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page of the documentation, and the Java on it. */
public final class Page {

    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    private Page() {}

    /** The text of a page in {@code docs}. */
    public static String text(String name) throws IOException {
        return Files.readString(Path.of("..", "docs", name));
    }

    /** The Java on a page, block by block. */
    public static List<String> java(String name) throws IOException {
        return JAVA.matcher(text(name))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}
