package dev.gradwright.train.progress;

import dev.gradwright.train.Hook;
import dev.gradwright.train.Run;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar over all steps, with rate, remaining time, and the loss of the last epoch. */
final class ProgressBarHook implements Hook {

    private final ProgressBarBuilder builder;
    private ProgressBar bar;

    ProgressBarHook() {
        this(new ProgressBarBuilder().setStyle(ProgressBarStyle.ASCII));
    }

    ProgressBarHook(ProgressBarBuilder builder) {
        this.builder = builder;
    }

    @Override
    public String name() {
        return "progress";
    }

    @Override
    public void onTrainBegin(Run run) {
        bar = builder.setTaskName("training")
                .setInitialMax((long) run.epochs() * run.batches())
                .startsFrom(run.step(), Duration.ZERO)
                .setUnit(" steps", 1)
                .showSpeed()
                .build();
    }

    @Override
    public void onBatchEnd(Run run) {
        bar.stepTo(run.step());
    }

    @Override
    public void onEpochEnd(Run run) {
        bar.setExtraMessage(String.format(
                Locale.ROOT,
                " epoch %d/%d, loss %.4g",
                run.epoch(),
                run.epochs(),
                run.metrics().get("loss")));
    }

    @Override
    public void onTrainEnd(Run run) {
        bar.close();
    }
}
