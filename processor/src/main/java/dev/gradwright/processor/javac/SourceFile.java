package dev.gradwright.processor.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import dev.gradwright.processor.ir.Position;
import java.io.IOException;
import java.util.List;

/** A source file: its imports, and the positions of its trees. */
public final class SourceFile {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    /** The whole text, read when the first position is asked for; empty if it cannot be read: a position without its text still is one. */
    private String text;

    SourceFile(CompilationUnitTree unit, SourcePositions positions) {
        this.unit = unit;
        this.positions = positions;
    }

    CompilationUnitTree unit() {
        return unit;
    }

    /** The imports as written. */
    public List<? extends ImportTree> imports() {
        return unit.getImports();
    }

    /** The place of a tree. */
    public Position position(Tree tree) {
        long start = positions.getStartPosition(unit, tree);
        LineMap lines = unit.getLineMap();
        int line = start < 0 ? 0 : (int) lines.getLineNumber(start);
        return new JavacPosition(unit, tree, fileName(), line, line == 0 ? "" : textOf(lines, line));
    }

    private String fileName() {
        String path = unit.getSourceFile().getName();
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private String textOf(LineMap lines, int line) {
        int start = (int) lines.getStartPosition(line);
        String whole = text();
        if (start > whole.length()) {
            return "";
        }
        int end = whole.indexOf('\n', start);
        return whole.substring(start, end < 0 ? whole.length() : end).strip();
    }

    private String text() {
        if (text == null) {
            try {
                text = unit.getSourceFile().getCharContent(true).toString();
            } catch (IOException e) {
                text = "";
            }
        }
        return text;
    }
}
