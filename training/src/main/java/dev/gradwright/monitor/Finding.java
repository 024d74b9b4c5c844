package dev.gradwright.monitor;

/**
 * Something that a person should know about a training, with advice.
 *
 * @param rule the name of the rule that found it, such as {@code update-ratio}
 * @param severity how bad it is
 * @param step the step of the optimizer at which it was found
 * @param subject what it is about, such as a parameter or a layer; empty for the whole
 * @param value the measured value
 * @param threshold what it was compared with
 * @param sentence what is wrong, in a sentence with the value in it
 * @param remedy what to try
 * @param reading where to read more: a work and a section, or an address
 */
public record Finding(
        String rule,
        Severity severity,
        long step,
        String subject,
        double value,
        double threshold,
        String sentence,
        String remedy,
        String reading) {

    /** How bad a finding is. */
    public enum Severity {
        /** Good to know. */
        NOTE,
        /** Learning is slower or worse than it could be. */
        WARNING,
        /** Nothing will be learned like this. */
        ERROR
    }

    @Override
    public String toString() {
        return severity + " " + rule + (subject.isEmpty() ? "" : " (" + subject + ")") + " at step " + step + ": "
                + sentence + " " + remedy;
    }
}
