package dev.gradwright.check.subject;

import dev.gradwright.NamedParameter;

/** A parameter of a model, whose direction lies where a tangent's list of parameters has its gradients. */
final class ParameterInput implements Input {

    private final NamedParameter parameter;
    private final NamedParameter direction;
    private final int[] segments;
    private final int[] offsets;

    ParameterInput(NamedParameter parameter, NamedParameter direction) {
        this.parameter = parameter;
        this.direction = direction;
        this.segments = new int[parameter.size()];
        this.offsets = new int[parameter.size()];
        int at = 0;
        for (int segment = 0; segment < parameter.segments(); segment++) {
            for (int offset = 0; offset < parameter.length(segment); offset++) {
                segments[at] = segment;
                offsets[at++] = offset;
            }
        }
    }

    @Override
    public String name() {
        return parameter.name();
    }

    @Override
    public String shape() {
        return parameter.shape();
    }

    @Override
    public int size() {
        return parameter.size();
    }

    @Override
    public double value(int index) {
        return parameter.value(segments[index])[offsets[index]];
    }

    @Override
    public void setValue(int index, double value) {
        parameter.value(segments[index])[offsets[index]] = value;
    }

    @Override
    public void setDirection(int index, double value) {
        direction.gradient(segments[index])[offsets[index]] = value;
    }

    @Override
    public boolean isParameter() {
        return true;
    }

    double[] gradient() {
        double[] all = new double[size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = parameter.gradient(segments[i])[offsets[i]];
        }
        return all;
    }
}
