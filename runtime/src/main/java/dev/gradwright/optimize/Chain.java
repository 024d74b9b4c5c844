package dev.gradwright.optimize;

import dev.gradwright.Parameters;
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
        BoundTransformation[] bound =
                links.stream().map(link -> link.init(parameters)).toArray(BoundTransformation[]::new);
        return (step, updates) -> {
            for (BoundTransformation link : bound) {
                link.update(step, updates);
            }
        };
    }

    @Override
    public String toString() {
        return links.stream().map(Object::toString).collect(Collectors.joining(", then "));
    }
}
