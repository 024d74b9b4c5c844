package dev.gradwright.check.report;

import dev.gradwright.check.settings.Stage;

/**
 * What a stage found out.
 *
 * @param stage the stage
 * @param outcome how it ended
 * @param text a sentence: what was compared and how it came out, or why the stage was skipped
 */
public record StageReport(Stage stage, Outcome outcome, String text) {}
