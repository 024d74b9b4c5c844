package dev.gradwright.monitor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a hook remembers, as bytes for a checkpoint. */
public final class StateBytes {

    private StateBytes() {}

    /** Writes to memory. */
    @FunctionalInterface
    public interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    /** Reads from memory. */
    @FunctionalInterface
    public interface Reader {
        void read(DataInputStream in) throws IOException;
    }

    /** What a writer writes. */
    public static byte[] of(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writer.write(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what a writer has written.
     *
     * @param whose who has remembered it, for messages
     * @throws IllegalArgumentException if the bytes end too early, or too late
     */
    public static void read(String whose, byte[] state, Reader reader) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(state);
        try {
            reader.read(new DataInputStream(bytes));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the state of " + whose + " in the checkpoint is not whole (" + state.length
                            + " bytes); was it saved with other settings?",
                    e);
        }
        if (bytes.available() > 0) {
            throw new IllegalArgumentException("the state of " + whose + " in the checkpoint has " + bytes.available()
                    + " bytes too many; was it saved with other settings?");
        }
    }
}
