package dev.gradwright.train.checkpoint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The form of a checkpoint: named sections of bytes. It is the text {@code gradwright-checkpoint} in ASCII; the version 1 as an int; the length of
 * what follows without the checksum, as a long; the number of sections as an int, and for each its name as {@link DataOutputStream#writeUTF} writes it, its
 * length as an int, and its bytes; and the CRC-32C of all before it, as an int. Numbers are big-endian.
 */
public final class CheckpointFile {

    private static final byte[] MAGIC = "gradwright-checkpoint".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HEADER = MAGIC.length + Integer.BYTES + Long.BYTES;

    private CheckpointFile() {}

    /** Sections as the bytes of a file. */
    public static byte[] encode(Map<String, byte[]> sections) {
        try {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(content);
            out.writeInt(sections.size());
            for (Map.Entry<String, byte[]> section : sections.entrySet()) {
                out.writeUTF(section.getKey());
                out.writeInt(section.getValue().length);
                out.write(section.getValue());
            }
            ByteBuffer file = ByteBuffer.allocate(HEADER + content.size() + Integer.BYTES);
            file.put(MAGIC).putInt(VERSION).putLong(content.size()).put(content.toByteArray());
            return file.putInt(checksum(file.array(), file.position())).array();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory has failed", e);
        }
    }

    /**
     * The sections of a file.
     *
     * @throws IOException if it is no checkpoint, is of another version, has been cut off, or is damaged, saying which
     */
    public static Map<String, byte[]> decode(byte[] file) throws IOException {
        int known = Math.min(file.length, MAGIC.length);
        if (file.length == 0 || !Arrays.equals(file, 0, known, MAGIC, 0, known)) {
            throw new IOException(
                    file.length == 0
                            ? "it is empty"
                            : "it is no checkpoint: it does not begin with gradwright-checkpoint");
        }
        if (file.length < HEADER) {
            throw new IOException("it has been cut off after " + file.length + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(file).position(MAGIC.length);
        int version = buffer.getInt();
        if (version != VERSION) {
            throw new IOException("it has version " + version + ", but only " + VERSION + " can be read");
        }
        long length = buffer.getLong();
        if (length != (long) file.length - HEADER - Integer.BYTES) {
            throw new IOException("it has " + file.length + " bytes, but was written with "
                    + (HEADER + length + Integer.BYTES) + "; it has been cut off or damaged");
        }
        int end = file.length - Integer.BYTES;
        if (checksum(file, end) != buffer.getInt(end)) {
            throw new IOException("its checksum is wrong; it has been damaged");
        }
        return sections(new DataInputStream(new ByteArrayInputStream(file, HEADER, end - HEADER)));
    }

    private static Map<String, byte[]> sections(DataInputStream in) throws IOException {
        Map<String, byte[]> sections = new LinkedHashMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            String name = in.readUTF();
            sections.put(name, in.readNBytes(in.readInt()));
        }
        return sections;
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }
}
