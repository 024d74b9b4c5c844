package dev.gradwright.monitor.tensorboard;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A message of Protocol Buffers, written field by field in its wire format: a key, which is the number of the field and the kind of what follows, and
 * the value, all numbers with the lowest byte first.
 */
final class Message {

    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH_FIRST = 2;
    private static final int FOUR_BYTES = 5;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** An int64, an enum or a bool. */
    Message number(int field, long value) {
        key(field, VARINT);
        varint(value);
        return this;
    }

    /** A double. */
    Message number(int field, double value) {
        key(field, EIGHT_BYTES);
        littleEndian(Double.doubleToLongBits(value), Double.BYTES);
        return this;
    }

    /** A float. */
    Message number(int field, float value) {
        key(field, FOUR_BYTES);
        littleEndian(Float.floatToIntBits(value), Float.BYTES);
        return this;
    }

    /** A string. */
    Message text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes. */
    Message bytes(int field, byte[] value) {
        key(field, LENGTH_FIRST);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    /** A message inside this one. */
    Message message(int field, Message value) {
        return bytes(field, value.bytes());
    }

    /** Repeated doubles, packed. */
    Message numbers(int field, double... values) {
        key(field, LENGTH_FIRST);
        varint((long) values.length * Double.BYTES);
        for (double value : values) {
            littleEndian(Double.doubleToLongBits(value), Double.BYTES);
        }
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private void key(int field, int kind) {
        varint((long) field << 3 | kind);
    }

    /** Seven bits in a byte, the lowest first; the highest bit says that more come. */
    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    private void littleEndian(long value, int length) {
        for (int i = 0; i < length; i++) {
            bytes.write((int) (value >>> 8 * i));
        }
    }
}
