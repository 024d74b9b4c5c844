package dev.gradwright.monitor;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Pictures as PNG (ISO/IEC 15948). */
public final class Png {

    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int HEADER_LENGTH = 13;
    private static final int CHUNK_OVERHEAD = 12; // length, type and checksum
    private static final byte BITS = 8;
    private static final byte GREY = 0;
    private static final byte COLOURS = 2;
    private static final int BUFFER = 1 << 12;

    private Png() {}

    /** The bytes of a PNG file that shows exactly a picture's pixels. */
    public static byte[] of(Picture picture) {
        byte[] data = compressed(rows(picture));
        ByteBuffer file = ByteBuffer.allocate(Long.BYTES + 3 * CHUNK_OVERHEAD + HEADER_LENGTH + data.length);
        file.putLong(SIGNATURE);
        chunk(file, "IHDR", header(picture));
        chunk(file, "IDAT", data);
        chunk(file, "IEND", new byte[0]);
        return file.array();
    }

    /** The header; its last three bytes say that compression and filters are the usual ones, and that rows are not interlaced. */
    private static byte[] header(Picture picture) {
        return ByteBuffer.allocate(HEADER_LENGTH)
                .putInt(picture.width())
                .putInt(picture.height())
                .put(BITS)
                .put(picture.channels() == 1 ? GREY : COLOURS)
                .array();
    }

    /** The rows, a byte before each that says that it is not filtered. */
    private static byte[] rows(Picture picture) {
        int length = picture.width() * picture.channels();
        byte[] rows = new byte[picture.height() * (length + 1)];
        for (int y = 0; y < picture.height(); y++) {
            System.arraycopy(picture.pixels(), y * length, rows, y * (length + 1) + 1, length);
        }
        return rows;
    }

    private static byte[] compressed(byte[] bytes) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteBuffer file, String type, byte[] data) {
        file.putInt(data.length);
        int start = file.position();
        file.put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
        CRC32 checksum = new CRC32();
        checksum.update(file.array(), start, file.position() - start);
        file.putInt((int) checksum.getValue());
    }
}
