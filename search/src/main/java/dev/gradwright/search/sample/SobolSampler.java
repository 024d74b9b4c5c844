package dev.gradwright.search.sample;

import dev.gradwright.search.space.Dimension;
import dev.gradwright.search.space.Space;
import dev.gradwright.search.trial.Direction;
import dev.gradwright.search.trial.Seeds;
import java.util.List;
import org.hipparchus.random.SobolSequenceGenerator;

/** The Sobol sequence (direction numbers of Joe and Kuo 2008), shifted modulo 1 by a random vector (Cranley and Patterson 1976). */
record SobolSampler() implements Sampler {

    @Override
    public Sampling start(Space space, Direction direction, long seed) {
        if (space.dimensions().isEmpty()) {
            throw new IllegalArgumentException("the Sobol sequence needs to know the hyperparameters from the start;"
                    + " give the study a space, or use another sampler");
        }
        List<String> names = space.dimensions().stream().map(Dimension::name).toList();
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(names.size());
        return number -> {
            double[] point = sequence.skipTo(number);
            return Draw.byPosition((name, range) -> {
                int index = names.indexOf(name);
                if (index < 0) {
                    throw new IllegalArgumentException("the Sobol sequence does not know the hyperparameter " + name
                            + "; put it into the study's space, or use another sampler");
                }
                double shifted = point[index] + Seeds.draws(seed, -1, name).nextDouble();
                return shifted - Math.floor(shifted);
            });
        };
    }

    @Override
    public String toString() {
        return "sobol";
    }
}
