package dev.gradwright.check.subject;

/** An input that two subjects have: what moves one moves the other. They may lie in the same memory. */
record SharedInput(Input first, Input second) implements Input {

    static Input of(Input first, Input second) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException("the penalty's input " + second.name() + " has shape " + second.shape()
                    + ", that of the data loss " + first.shape());
        }
        return new SharedInput(first, second);
    }

    @Override
    public String name() {
        return first.name();
    }

    @Override
    public String shape() {
        return first.shape();
    }

    @Override
    public int size() {
        return first.size();
    }

    @Override
    public double value(int index) {
        return first.value(index);
    }

    @Override
    public void setValue(int index, double value) {
        first.setValue(index, value);
        second.setValue(index, value);
    }

    @Override
    public void setDirection(int index, double value) {
        first.setDirection(index, value);
        second.setDirection(index, value);
    }

    @Override
    public boolean isParameter() {
        return first.isParameter();
    }

    @Override
    public double lower() {
        return Math.max(first.lower(), second.lower());
    }

    @Override
    public double upper() {
        return Math.min(first.upper(), second.upper());
    }
}
