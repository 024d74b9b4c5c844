package dev.gradwright.processor.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * The list of differentiable classes that goes along with compiled classes, from which a marker in a test tree learns of them. A
 * compilation of a part of the classes adds to what is there.
 */
public final class ClassIndex {

    private static final String PATH = "META-INF/gradwright/differentiable";

    private final Filer filer;

    public ClassIndex(Filer filer) {
        this.filer = filer;
    }

    /** Adds classes to the list of this compilation's output. */
    public void add(Collection<String> names) {
        Set<String> all = new TreeSet<>(read(StandardLocation.CLASS_OUTPUT));
        if (!all.addAll(names)) {
            return;
        }
        try (Writer writer =
                filer.createResource(StandardLocation.CLASS_OUTPUT, "", PATH).openWriter()) {
            for (String name : all) {
                writer.write(name + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The classes listed on the class path. */
    public Set<String> onClassPath() {
        return new TreeSet<>(read(StandardLocation.CLASS_PATH));
    }

    private List<String> read(StandardLocation location) {
        try {
            FileObject file = filer.getResource(location, "", PATH);
            try (Reader reader = file.openReader(true);
                    BufferedReader lines = new BufferedReader(reader)) {
                return lines.lines().filter(line -> !line.isBlank()).toList();
            }
        } catch (NoSuchFileException | java.io.FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
