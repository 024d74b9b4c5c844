package dev.gradwright.optimize;

import dev.gradwright.NamedParameter;
import dev.gradwright.Parameters;
import java.util.Arrays;
import java.util.List;

/** Which group each parameter belongs to, and the way between the flat array of all and the flat arrays of the groups. */
final class GroupLayout {

    private final List<NamedParameter> parameters;
    private final int[] groupOf;
    private final int[] sizes;
    private final int[] next;

    /**
     * @param groupOf the group of each parameter
     * @param groups how many groups there are
     */
    GroupLayout(Parameters parameters, int[] groupOf, int groups) {
        this.parameters = parameters.list();
        this.groupOf = groupOf;
        this.next = new int[groups];
        this.sizes = new int[groups];
        for (int p = 0; p < groupOf.length; p++) {
            sizes[groupOf[p]] += this.parameters.get(p).size();
        }
    }

    int groupOf(NamedParameter parameter) {
        return groupOf[parameters.indexOf(parameter)];
    }

    /** An array for each group. */
    double[][] arrays() {
        return Arrays.stream(sizes).mapToObj(double[]::new).toArray(double[][]::new);
    }

    void gather(double[] flat, double[][] ofGroups) {
        Arrays.fill(next, 0);
        int at = 0;
        for (int p = 0; p < groupOf.length; p++) {
            int group = groupOf[p];
            int size = parameters.get(p).size();
            System.arraycopy(flat, at, ofGroups[group], next[group], size);
            next[group] += size;
            at += size;
        }
    }

    void scatter(double[][] ofGroups, double[] flat) {
        Arrays.fill(next, 0);
        int at = 0;
        for (int p = 0; p < groupOf.length; p++) {
            int group = groupOf[p];
            int size = parameters.get(p).size();
            System.arraycopy(ofGroups[group], next[group], flat, at, size);
            next[group] += size;
            at += size;
        }
    }

    /** Writes the averages of the groups that keep one; the numbers of the others stay as they are. */
    boolean copyAverages(BoundTransformation[] groups, double[] flat) {
        double[][] averages = arrays();
        gather(flat, averages);
        boolean any = false;
        for (int g = 0; g < groups.length; g++) {
            any |= groups[g].copyAverageTo(averages[g]);
        }
        scatter(averages, flat);
        return any;
    }

    /** Shows the state of every group. */
    static void visit(BoundTransformation[] groups, StateVisitor visitor) {
        for (int i = 0; i < groups.length; i++) {
            visitor.inside("group " + (i + 1), groups[i]);
        }
    }
}
