package dev.gradwright.train.data;

/** A class for each example, from 0. */
record LabelColumn(int[] labels) implements Column<int[]> {

    static LabelColumn below(int classes, int[] labels) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException(
                        "the label of example " + i + " is " + labels[i] + "; labels are classes "
                                + (classes == Integer.MAX_VALUE ? "from 0" : "from 0 to " + (classes - 1)));
            }
        }
        return new LabelColumn(labels);
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public int[] make(int examples) {
        return new int[examples];
    }

    @Override
    public void copy(int[] indices, int from, int count, int[] target) {
        for (int i = 0; i < count; i++) {
            target[i] = labels[indices[from + i]];
        }
    }

    @Override
    public void addTo(Checksum checksum) {
        for (int label : labels) {
            checksum.add(label);
        }
    }

    @Override
    public Column<int[]> of(int[] content) {
        return new LabelColumn(content);
    }
}
