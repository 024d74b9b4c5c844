package dev.gradwright.ensemble;

import dev.gradwright.monitor.WholeFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.zip.CRC32C;

/**
 * The file of an ensemble, big-endian: the text {@code gradwright-ensemble}, the version 1 as an int, the length of what follows as an int and its CRC-32C
 * as a long; then the combination, the number of members, and for each its name and its weights.
 */
final class EnsembleFile {

    private static final String MAGIC = "gradwright-ensemble";
    private static final int VERSION = 1;

    private EnsembleFile() {}

    static void write(Ensemble<?> ensemble, Path file) throws IOException {
        byte[] body = body(ensemble);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(body.length);
        out.writeLong(checksum(body));
        out.write(body);
        WholeFile.writeDurably(file, bytes.toByteArray());
    }

    private static byte[] body(Ensemble<?> ensemble) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(ensemble.combination().name());
        out.writeInt(ensemble.members().size());
        for (Member<?> member : ensemble.members()) {
            out.writeUTF(member.name());
            Weights.of(member.parameters()).writeTo(out);
        }
        return bytes.toByteArray();
    }

    static <X> Ensemble<X> read(Path file, IntFunction<Member<X>> empty) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(checkedBody(file)));
        Combination combination = Combination.valueOf(in.readUTF());
        int count = in.readInt();
        List<Member<X>> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            Weights weights = Weights.readFrom(in);
            Member<X> member = empty.apply(i).with(weights);
            members.add(new Member<>(name, member.parameters(), member.scores()));
        }
        return Ensemble.of(members, combination);
    }

    private static byte[] checkedBody(Path file) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)));
        try {
            if (in.readUnsignedShort() != MAGIC.length() || !new String(in.readNBytes(MAGIC.length())).equals(MAGIC)) {
                throw new IOException(file + " is no ensemble: it does not begin with " + MAGIC);
            }
            int version = in.readInt();
            if (version != VERSION) {
                throw new IOException(file + " has version " + version + ", but only " + VERSION + " can be read");
            }
            int length = in.readInt();
            long checksum = in.readLong();
            byte[] body = in.readAllBytes();
            if (body.length != length) {
                throw new IOException(file + " should have " + length + " bytes after its header, but has "
                        + body.length + ": it was cut short or written over");
            }
            if (checksum(body) != checksum) {
                throw new IOException(file + " is damaged: its checksum does not fit");
            }
            return body;
        } catch (EOFException e) {
            throw new IOException(file + " is no ensemble, or was cut short within its header", e);
        }
    }

    private static long checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return checksum.getValue();
    }
}
