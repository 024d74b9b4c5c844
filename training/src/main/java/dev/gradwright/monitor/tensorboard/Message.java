package dev.gradwright.monitor.tensorboard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A message of Protocol Buffers, written field by field in its wire format: a key, which is the number of the field and the kind of what follows, and
 * the value, all numbers with the lowest byte first.
 */
final class Message {

    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH_FIRST = 2;
    private static final int FOUR_BYTES = 5;
    private static final int LONGEST_VARINT = 10;
    private static final int START = 64;

    private ByteBuffer bytes = empty(START);

    /** An int64, an enum or a bool. */
    Message number(int field, long value) {
        key(field, VARINT);
        varint(value);
        return this;
    }

    /** A double. */
    Message number(int field, double value) {
        key(field, EIGHT_BYTES);
        room(Double.BYTES).putDouble(value);
        return this;
    }

    /** A float. */
    Message number(int field, float value) {
        key(field, FOUR_BYTES);
        room(Float.BYTES).putFloat(value);
        return this;
    }

    /** A string. */
    Message text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes. */
    Message bytes(int field, byte[] value) {
        return bytes(field, value, value.length);
    }

    /** A message inside this one. */
    Message message(int field, Message value) {
        return bytes(field, value.bytes.array(), value.bytes.position());
    }

    /** Repeated doubles, packed. */
    Message numbers(int field, double... values) {
        int length = values.length * Double.BYTES;
        key(field, LENGTH_FIRST);
        varint(length);
        room(length);
        for (double value : values) {
            bytes.putDouble(value);
        }
        return this;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private Message bytes(int field, byte[] value, int length) {
        key(field, LENGTH_FIRST);
        varint(length);
        room(length).put(value, 0, length);
        return this;
    }

    private void key(int field, int kind) {
        varint((long) field << 3 | kind);
    }

    /** Seven bits in a byte, the lowest first; the highest bit says that more come. */
    private void varint(long value) {
        room(LONGEST_VARINT);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes.put((byte) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.put((byte) rest);
    }

    /** The bytes, with room for so many more. */
    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            bytes = empty(Math.max(2 * bytes.capacity(), bytes.position() + more))
                    .put(bytes.array(), 0, bytes.position());
        }
        return bytes;
    }

    private static ByteBuffer empty(int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }
}
