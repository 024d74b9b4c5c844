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
        try {
            String text = unit.getSourceFile().getCharContent(true).toString();
            int start = (int) lines.getStartPosition(line);
            int end = text.indexOf('\n', start);
            return text.substring(start, end < 0 ? text.length() : end).strip();
        } catch (IOException e) {
            // a position without its text is still a position
            return "";
        }
    }
}
