package dev.gradwright.search.stage;

import dev.gradwright.monitor.Finding;
import dev.gradwright.search.space.Assignment;
import dev.gradwright.search.watch.SeedNoise;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What a search from coarse to fine came to.
 *
 * @param stages the stages that were begun
 * @param noise the last few points with several seeds each; nothing if the search was stopped before
 */
public record StagedResult(List<StageResult> stages, Optional<SeedNoise> noise) {

    /** Keeps a copy. */
    public StagedResult {
        stages = List.copyOf(stages);
    }

    /**
     * The hyperparameters with the best mean over several seeds.
     *
     * @throws NoSuchElementException if the search was stopped before it knew
     */
    public Assignment winner() {
        return noise.orElseThrow(() -> new NoSuchElementException("the search was stopped in stage " + stages.size()
                        + ", before there was a winner; run it again with the same folder to go on"))
                .winner()
                .point();
    }

    /** What a person should know, of all stages. */
    public List<Finding> findings() {
        return stages.stream()
                .flatMap(stage -> stage.study().findings().stream())
                .toList();
    }
}
