package dev.gradwright.tape;

import java.util.ArrayList;
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
    private final List<DMatrixRMaj> matrices = new ArrayList<>();
    private final List<int[]> shapes = new ArrayList<>();
    private int[] stacksMark;
    private int[] memoryMark;
    private int[] shadowMark;

    Repetition(Stacks stacks, Arena memory, Arena shadowMemory, Shadows shadows) {
        this.stacks = stacks;
        this.memory = memory;
        this.shadowMemory = shadowMemory;
        this.shadows = shadows;
    }

    /** Notes how things are at the end of the forward sweep. */
    void note() {
        stacksMark = stacks.mark();
        memoryMark = memory.mark();
        shadowMark = shadowMemory.mark();
        matrices.clear();
        shapes.clear();
        Consumer<DMatrixRMaj> visitor = matrix -> {
            matrices.add(matrix);
            shapes.add(new int[] {matrix.numRows, matrix.numCols});
        };
        shadowMemory.forEachMatrix(visitor);
        shadows.forEachMatrix(visitor);
    }

    /** Makes things as they were, with all adjoints zero; gradients of parameters stay. */
    void restore() {
        stacks.backTo(stacksMark);
        memory.backTo(memoryMark);
        shadowMemory.backTo(shadowMark);
        shadowMemory.clearNumbers();
        for (int i = 0; i < matrices.size(); i++) {
            matrices.get(i).reshape(shapes.get(i)[0], shapes.get(i)[1]);
        }
        shadows.clearStates();
    }
}
