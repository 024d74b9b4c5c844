package dev.gradwright.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.ejml.data.DMatrixRMaj;

/**
 * What a record needs for more than one reverse sweep. A sweep takes values off the stacks, leaves adjoints behind and gives the
 * shadows of matrices the shapes they had at the start; before the next one all that is put back.
 */
final class Repetition {

    private final Stacks stacks;
    private final Arena memory;
    private final Arena shadowMemory;
    private final Shadows shadows;
    private final Shadows furtherShadows;
    private final List<DMatrixRMaj> matrices = new ArrayList<>();
    private final Consumer<DMatrixRMaj> noting = this::noteShape;
    /** Rows and columns of each matrix. */
    private int[] shapes = {};

    private int[] stacksMark = {};
    private Stacks stacksCopy;
    private int[] memoryMark = {};
    private int[] shadowMark = {};

    /**
     * Says what is put back.
     *
     * @param furtherShadows those for all seeds of a sweep but the first
     */
    Repetition(Stacks stacks, Arena memory, Arena shadowMemory, Shadows shadows, Shadows furtherShadows) {
        this.stacks = stacks;
        this.memory = memory;
        this.shadowMemory = shadowMemory;
        this.shadows = shadows;
        this.furtherShadows = furtherShadows;
    }

    /**
     * Notes how things are at the end of the forward sweep.
     *
     * @param writesOver whether the reverse sweep puts things on the stacks itself
     */
    void note(boolean writesOver) {
        stacksMark = stacks.mark(stacksMark);
        stacksCopy = writesOver ? stacks.copy() : null;
        memoryMark = memory.mark(memoryMark);
        shadowMark = shadowMemory.mark(shadowMark);
        matrices.clear();
        shadowMemory.forEachMatrix(noting);
        shadows.forEachMatrix(noting);
        furtherShadows.forEachMatrix(noting);
    }

    private void noteShape(DMatrixRMaj matrix) {
        int at = 2 * matrices.size();
        if (at == shapes.length) {
            shapes = Arrays.copyOf(shapes, 2 * at + 2);
        }
        shapes[at] = matrix.numRows;
        shapes[at + 1] = matrix.numCols;
        matrices.add(matrix);
    }

    /** Makes things as they were, with all adjoints zero; gradients of parameters stay. */
    void restore() {
        if (stacksCopy == null) {
            stacks.backTo(stacksMark);
        } else {
            stacks.load(stacksCopy, stacksMark);
        }
        memory.backTo(memoryMark);
        shadowMemory.backTo(shadowMark);
        shadowMemory.clearNumbers();
        for (int i = 0; i < matrices.size(); i++) {
            matrices.get(i).reshape(shapes[2 * i], shapes[2 * i + 1]);
        }
        shadows.clearStates();
        furtherShadows.clearStates();
    }
}
