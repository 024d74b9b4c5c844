package dev.gradwright.optimize;

/** Groups whose updates are gathered in an array for each, and scattered again. */
final class GroupsOfAny implements BoundTransformation {

    private final GroupLayout layout;
    private final BoundTransformation[] groups;
    private final double[][] gathered;

    GroupsOfAny(GroupLayout layout, BoundTransformation[] groups) {
        this.layout = layout;
        this.groups = groups;
        this.gathered = layout.arrays();
    }

    @Override
    public void update(long step, double[] updates) {
        layout.gather(updates, gathered);
        for (int g = 0; g < groups.length; g++) {
            groups[g].update(step, gathered[g]);
        }
        layout.scatter(gathered, updates);
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
