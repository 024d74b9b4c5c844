package dev.gradwright.optimize;

import dev.gradwright.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Gradient transformations one behind the other: each gets what the one before has made. */
public final class Chain implements GradientTransformation {

    private final List<GradientTransformation> links;

    private Chain(List<GradientTransformation> links) {
        this.links = links;
    }

    /**
     * Puts transformations one behind the other.
     *
     * @throws IllegalArgumentException if there is none, as updates would then be the bare gradients, which lead uphill
     */
    public static Chain of(GradientTransformation... links) {
        if (links.length == 0) {
            throw new IllegalArgumentException("a chain has no links; give it at least a LearningRate");
        }
        return new Chain(List.of(links));
    }

    @Override
    public BoundTransformation init(Parameters parameters) {
        List<BoundTransformation> bound = new ArrayList<>();
        for (GradientTransformation link : links) {
            bound.add(link.init(parameters));
        }
        if (bound.stream().allMatch(Elementwise.class::isInstance)) {
            return new OfElements(parameters, bound.toArray(Elementwise[]::new));
        }
        return new OfAny(bound.toArray(BoundTransformation[]::new));
    }

    @Override
    public String toString() {
        return links.stream().map(Object::toString).collect(Collectors.joining(", then "));
    }

    private static void visit(BoundTransformation[] links, StateVisitor visitor) {
        for (int i = 0; i < links.length; i++) {
            visitor.inside(String.valueOf(i + 1), links[i]);
        }
    }

    private static boolean copyAverage(BoundTransformation[] links, double[] flat) {
        return Arrays.stream(links).anyMatch(link -> link.copyAverageTo(flat));
    }

    /** Links that go through the flat array one after the other. */
    private static final class OfAny implements BoundTransformation {

        private final BoundTransformation[] links;

        OfAny(BoundTransformation[] links) {
            this.links = links;
        }

        @Override
        public void update(long step, double[] updates) {
            for (BoundTransformation link : links) {
                link.update(step, updates);
            }
        }

        @Override
        public void visitState(StateVisitor visitor) {
            visit(links, visitor);
        }

        @Override
        public boolean copyAverageTo(double[] flat) {
            return copyAverage(links, flat);
        }
    }

    /** Links that go through each block together. */
    private static final class OfElements extends Elementwise {

        private final Elementwise[] links;

        OfElements(Parameters parameters, Elementwise[] links) {
            super(parameters);
            this.links = links;
        }

        @Override
        Elementwise[] links() {
            return links;
        }

        @Override
        void begin(long step) {
            for (Elementwise link : links) {
                link.begin(step);
            }
        }

        @Override
        void update(Block block) {
            for (Elementwise link : links) {
                link.update(block);
            }
        }

        @Override
        public void visitState(StateVisitor visitor) {
            visit(links, visitor);
        }

        @Override
        public boolean copyAverageTo(double[] flat) {
            return copyAverage(links, flat);
        }
    }
}
