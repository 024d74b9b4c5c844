package dev.gradwright.optimize;

import dev.gradwright.NamedParameter;
import dev.gradwright.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Parameters cut into pieces of at most {@link Block#SIZE} numbers. No piece has numbers of two parameters, so that the pieces of some
 * of the parameters are some of the pieces.
 */
final class Blocks {

    private final Piece[] pieces;

    /** Where a piece begins, in the segments of its parameter and in the flat list of all parameters, and how long it is. */
    private record Piece(NamedParameter parameter, int segment, int offset, int flat, int length) {}

    Blocks(Parameters parameters) {
        List<Piece> list = new ArrayList<>();
        int flat = 0;
        for (NamedParameter parameter : parameters) {
            cut(parameter, flat, list);
            flat += parameter.size();
        }
        pieces = list.toArray(Piece[]::new);
    }

    private static void cut(NamedParameter parameter, int flat, List<Piece> list) {
        int size = parameter.size();
        int segment = 0;
        int offset = 0;
        for (int from = 0; from < size; from += Block.SIZE) {
            int length = Math.min(Block.SIZE, size - from);
            list.add(new Piece(parameter, segment, offset, flat + from, length));
            offset += length;
            while (segment < parameter.segments() && offset >= parameter.length(segment)) {
                offset -= parameter.length(segment);
                segment++;
            }
        }
    }

    int count() {
        return pieces.length;
    }

    /** The parameter that a piece is of. */
    NamedParameter parameter(int index) {
        return pieces[index].parameter;
    }

    /** State for each number, zero at first: an array for each piece. */
    double[][] zeros() {
        return filled(0);
    }

    /** State for each number, with a value at first. */
    double[][] filled(double value) {
        double[][] state = new double[pieces.length][];
        for (int i = 0; i < state.length; i++) {
            state[i] = new double[pieces[i].length];
            Arrays.fill(state[i], value);
        }
        return state;
    }

    /** State for each number, the value of the parameter at first. */
    double[][] valuesNow() {
        Block block = new Block();
        double[][] state = new double[pieces.length][];
        for (int i = 0; i < state.length; i++) {
            loadValues(i, block);
            state[i] = Arrays.copyOf(block.values, block.length);
        }
        return state;
    }

    /** Fills a block with gradients. */
    void loadGradients(int index, Block block) {
        Piece piece = pieces[index];
        block.index = index;
        block.length = piece.length;
        int segment = piece.segment;
        int offset = piece.offset;
        for (int at = 0; at < piece.length; segment++, offset = 0) {
            int count = Math.min(piece.length - at, piece.parameter.length(segment) - offset);
            System.arraycopy(piece.parameter.gradient(segment), offset, block.updates, at, count);
            at += count;
        }
    }

    /** Fills a block with the values of the parameters. */
    void loadValues(int index, Block block) {
        Piece piece = pieces[index];
        block.index = index;
        block.length = piece.length;
        int segment = piece.segment;
        int offset = piece.offset;
        for (int at = 0; at < piece.length; segment++, offset = 0) {
            int count = Math.min(piece.length - at, piece.parameter.length(segment) - offset);
            System.arraycopy(piece.parameter.value(segment), offset, block.values, at, count);
            at += count;
        }
    }

    /** Gives the parameters the values of a block. */
    void storeValues(Block block) {
        Piece piece = pieces[block.index];
        int segment = piece.segment;
        int offset = piece.offset;
        for (int at = 0; at < piece.length; segment++, offset = 0) {
            int count = Math.min(piece.length - at, piece.parameter.length(segment) - offset);
            System.arraycopy(block.values, at, piece.parameter.value(segment), offset, count);
            at += count;
        }
    }

    /** Fills a block with updates from a flat array. */
    void loadUpdates(int index, double[] updates, Block block) {
        System.arraycopy(updates, pieces[index].flat, block.updates, 0, pieces[index].length);
    }

    /** Writes the updates of a block into a flat array. */
    void storeUpdates(Block block, double[] updates) {
        copyTo(block.updates, block.index, updates);
    }

    /** Writes numbers of a piece into a flat array. */
    void copyTo(double[] numbers, int index, double[] flat) {
        System.arraycopy(numbers, 0, flat, pieces[index].flat, pieces[index].length);
    }
}
