package dev.gradwright.monitor.tensorboard;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.Histogram;
import dev.gradwright.monitor.Picture;
import dev.gradwright.monitor.Png;

/** The messages {@code tensorflow.Event} that TensorBoard reads. Field numbers are those of {@code event.proto}, {@code summary.proto} and {@code tensor.proto}. */
final class Events {

    private static final int DT_STRING = 7;
    private static final int SESSION_START = 1;

    private Events() {}

    /** What a file begins with. */
    static Message version(double time) {
        return new Message().number(1, time).text(3, "brain.Event:2");
    }

    /** Says that a training goes on: what files before have of this step and later ones counts no more. */
    static Message start(double time, long step) {
        return new Message().number(1, time).number(2, step).message(7, new Message().number(1, (long) SESSION_START));
    }

    static Message scalar(double time, long step, String tag, double value) {
        return summary(time, step, new Message().text(1, tag).number(2, (float) value));
    }

    /** A histogram; TensorBoard wants for each bucket its upper limit, so the lowest edge is that of an empty one. */
    static Message histogram(double time, long step, String tag, Histogram histogram) {
        double[] counts = new double[histogram.edges().length];
        for (int i = 0; i < histogram.counts().length; i++) {
            counts[i + 1] = histogram.counts()[i];
        }
        Message message = new Message()
                .number(1, histogram.min())
                .number(2, histogram.max())
                .number(3, (double) histogram.count())
                .number(4, histogram.sum())
                .number(5, histogram.sumOfSquares())
                .numbers(6, histogram.edges())
                .numbers(7, counts);
        return summary(time, step, new Message().text(1, tag).message(5, message));
    }

    static Message picture(double time, long step, String tag, Picture picture) {
        Message image = new Message()
                .number(1, (long) picture.height())
                .number(2, (long) picture.width())
                .number(3, (long) picture.channels())
                .bytes(4, Png.of(picture));
        return summary(time, step, new Message().text(1, tag).message(4, image));
    }

    /** A finding as text, which TensorBoard reads as Markdown. */
    static Message finding(double time, Finding finding) {
        String subject = finding.subject().isEmpty() ? "" : " (" + finding.subject() + ")";
        String reading = finding.reading().isEmpty() ? "" : "\n\nRead more: " + finding.reading();
        String text = "**" + finding.severity() + "**" + subject + ": " + finding.sentence() + "\n\n" + finding.remedy()
                + reading;
        Message metadata = new Message().message(1, new Message().text(1, "text"));
        Message shape = new Message().message(2, new Message().number(1, 1L));
        Message tensor =
                new Message().number(1, (long) DT_STRING).message(2, shape).text(8, text);
        return summary(
                time,
                finding.step(),
                new Message()
                        .text(1, "findings/" + finding.rule())
                        .message(8, tensor)
                        .message(9, metadata));
    }

    private static Message summary(double time, long step, Message value) {
        return new Message().number(1, time).number(2, step).message(5, new Message().message(1, value));
    }
}
