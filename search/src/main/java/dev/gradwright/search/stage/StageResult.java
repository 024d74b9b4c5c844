package dev.gradwright.search.stage;

import dev.gradwright.search.StudyResult;
import dev.gradwright.search.space.Space;

/**
 * What a stage came to.
 *
 * @param stage its epochs and trials
 * @param space where it looked
 * @param study its trials
 */
public record StageResult(Stage stage, Space space, StudyResult study) {}
