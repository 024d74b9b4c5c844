package dev.gradwright.monitor.tensorboard;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Records in the format TFRecord: the length in eight bytes, a checksum of these, the data, a checksum of the data. A checksum is a CRC-32C, masked because
 * the data may hold checksums themselves: turned right by 15 bits, plus a constant.
 */
final class RecordStream implements Closeable {

    private static final int MASK = 0xa282ead8;

    private final OutputStream out;

    RecordStream(OutputStream out) {
        this.out = out;
    }

    void write(byte[] data) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(data.length + 16).order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(data.length);
        record.putInt(masked(record.array(), 0, 8));
        record.put(data);
        record.putInt(masked(record.array(), 12, data.length));
        out.write(record.array());
    }

    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    static int masked(byte[] bytes, int from, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, from, length);
        return Integer.rotateRight((int) checksum.getValue(), 15) + MASK;
    }
}
