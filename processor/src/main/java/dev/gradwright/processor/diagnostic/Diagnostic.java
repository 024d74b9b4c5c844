package dev.gradwright.processor.diagnostic;

import dev.gradwright.processor.ir.Position;

/**
 * A message about a place in the source.
 *
 * @param message which one
 * @param position where
 * @param text the text with its code, filled in
 */
public record Diagnostic(Message message, Position position, String text) {

    /** Fills a message in. */
    public static Diagnostic of(Message message, Position position, Object... arguments) {
        return new Diagnostic(message, position, message.text(arguments));
    }
}
