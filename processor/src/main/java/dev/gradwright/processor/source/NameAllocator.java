package dev.gradwright.processor.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Gives names that differ from each other and from the words of the language. */
public final class NameAllocator {

    private final Set<String> taken = new HashSet<>();
    private final Map<Object, String> names = new HashMap<>();

    /** A name of its own, the one suggested if possible. */
    public String newName(String suggestion) {
        String name = suggestion;
        while (SourceVersion.isKeyword(name) || !taken.add(name)) {
            name += "_";
        }
        return name;
    }

    /** A name for something, by which it can be asked for again. */
    public String newName(String suggestion, Object named) {
        String name = newName(suggestion);
        names.put(named, name);
        return name;
    }

    /** The name of something. */
    public String get(Object named) {
        String name = names.get(named);
        if (name == null) {
            throw new NoSuchElementException(named + " has no name");
        }
        return name;
    }
}
