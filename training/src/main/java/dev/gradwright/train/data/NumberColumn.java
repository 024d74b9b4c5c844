package dev.gradwright.train.data;

/** A number for each example. */
record NumberColumn(double[] numbers) implements Column<double[]> {

    static NumberColumn finite(String what, double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            Refusals.requireFinite(what, i, 0, numbers[i]);
        }
        return new NumberColumn(numbers);
    }

    @Override
    public int size() {
        return numbers.length;
    }

    @Override
    public double[] make(int examples) {
        return new double[examples];
    }

    @Override
    public void copy(int[] indices, int from, int count, double[] target) {
        for (int i = 0; i < count; i++) {
            target[i] = numbers[indices[from + i]];
        }
    }

    @Override
    public void addTo(Checksum checksum) {
        checksum.add(numbers, numbers.length);
    }

    @Override
    public Column<double[]> of(double[] content) {
        return new NumberColumn(content);
    }
}
