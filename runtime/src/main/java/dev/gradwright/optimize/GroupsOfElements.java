package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/** Groups that go through the blocks together: each block is given to the group of its parameter, under the number its segment has there. */
final class GroupsOfElements extends Elementwise {

    private final GroupLayout layout;
    private final Elementwise[] groups;
    private final int[] groupOf;
    private final int[] indexInGroup;

    GroupsOfElements(Parameters parameters, GroupLayout layout, Elementwise[] groups) {
        super(parameters);
        this.layout = layout;
        this.groups = groups;
        groupOf = new int[segments.count()];
        indexInGroup = new int[segments.count()];
        int[] next = new int[groups.length];
        for (int i = 0; i < groupOf.length; i++) {
            groupOf[i] = layout.groupOf(segments.parameter(i));
            indexInGroup[i] = next[groupOf[i]]++;
        }
    }

    @Override
    void begin(long step) {
        for (Elementwise group : groups) {
            group.begin(step);
        }
    }

    @Override
    void update(Block block) {
        int index = block.index;
        block.index = indexInGroup[index];
        groups[groupOf[index]].update(block);
        block.index = index;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        GroupLayout.visit(groups, visitor);
    }

    @Override
    public boolean copyAverageTo(double[] flat) {
        return layout.copyAverages(groups, flat);
    }
}
