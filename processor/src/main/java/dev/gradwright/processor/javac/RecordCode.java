package dev.gradwright.processor.javac;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The code in the class file of a record (JVMS chapter 4), as far as it can be told apart from what the compiler writes for a record
 * without code of its own: a constructor that keeps the components, and accessors that give them.
 */
final class RecordCode {

    private static final int STATIC = 0x0008;
    private static final String TYPES = "ilfda";

    private final DataInputStream in;
    private final Object[] constants;
    private final String owner;
    private final List<Member> components = new ArrayList<>();
    private final Map<Member, List<String>> methods = new HashMap<>();

    private record Member(String name, String descriptor) {}

    private record Pair(int first, int second) {}

    private RecordCode(byte[] bytes) throws IOException {
        this.in = new DataInputStream(new ByteArrayInputStream(bytes));
        in.skipBytes(8);
        this.constants = constants();
        in.skipBytes(2);
        this.owner = name(in.readUnsignedShort());
        in.skipBytes(2);
        in.skipBytes(2 * in.readUnsignedShort());
        members(false);
        members(true);
    }

    /** Whether the constructor and all accessors of a record do what they would without code of their own. */
    static boolean isPlain(byte[] classFile) {
        try {
            return new RecordCode(classFile).isPlain();
        } catch (IOException | RuntimeException e) {
            // what cannot be read is not known to be plain
            return false;
        }
    }

    private boolean isPlain() {
        StringBuilder parameters = new StringBuilder();
        List<String> keeping = new ArrayList<>(List.of("aload 0", "invokespecial java/lang/Record.<init>()V"));
        boolean givesAll = true;
        int slot = 1;
        for (Member component : components) {
            String field = owner + "." + component.name() + component.descriptor();
            String type = letter(component.descriptor());
            parameters.append(component.descriptor());
            keeping.addAll(List.of("aload 0", type + "load " + slot, "putfield " + field));
            slot += type.equals("l") || type.equals("d") ? 2 : 1;
            List<String> giving = List.of("aload 0", "getfield " + field, type + "return");
            givesAll &= giving.equals(methods.get(new Member(component.name(), "()" + component.descriptor())));
        }
        keeping.add("return");
        return givesAll && keeping.equals(methods.get(new Member("<init>", "(" + parameters + ")V")));
    }

    /** The letter of the instructions that load and return values of a type. */
    private static String letter(String descriptor) {
        return switch (descriptor.charAt(0)) {
            case 'J' -> "l";
            case 'F' -> "f";
            case 'D' -> "d";
            case 'L', '[' -> "a";
            default -> "i";
        };
    }

    private Object[] constants() throws IOException {
        Object[] pool = new Object[in.readUnsignedShort()];
        for (int i = 1; i < pool.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> pool[i] = in.readUTF();
                case 3, 4 -> in.skipBytes(4);
                case 5, 6 -> {
                    in.skipBytes(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> pool[i] = in.readUnsignedShort();
                case 9, 10, 11, 12, 17, 18 -> pool[i] = new Pair(in.readUnsignedShort(), in.readUnsignedShort());
                case 15 -> in.skipBytes(3);
                default -> throw new IOException("unknown constant " + tag);
            }
        }
        return pool;
    }

    private void members(boolean areMethods) throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            int access = in.readUnsignedShort();
            Member member = new Member(text(in.readUnsignedShort()), text(in.readUnsignedShort()));
            List<String> code = code();
            if (areMethods) {
                methods.put(member, code);
            } else if ((access & STATIC) == 0) {
                components.add(member);
            }
        }
    }

    /** The instructions among the attributes of a member. */
    private List<String> code() throws IOException {
        List<String> instructions = List.of();
        int attributes = in.readUnsignedShort();
        for (int i = 0; i < attributes; i++) {
            String name = text(in.readUnsignedShort());
            byte[] content = in.readNBytes(in.readInt());
            if (name.equals("Code")) {
                DataInputStream body = new DataInputStream(new ByteArrayInputStream(content));
                body.skipBytes(4);
                byte[] code = body.readNBytes(body.readInt());
                instructions = instructions(new DataInputStream(new ByteArrayInputStream(code)));
            }
        }
        return instructions;
    }

    /** Instructions as texts, up to the first that plain code does not have. */
    private List<String> instructions(DataInputStream code) throws IOException {
        List<String> texts = new ArrayList<>();
        while (code.available() > 0) {
            int operation = code.readUnsignedByte();
            if (operation >= 0x15 && operation <= 0x19) {
                texts.add(TYPES.charAt(operation - 0x15) + "load " + code.readUnsignedByte());
            } else if (operation >= 0x1a && operation <= 0x2d) {
                texts.add(TYPES.charAt((operation - 0x1a) / 4) + "load " + (operation - 0x1a) % 4);
            } else if (operation >= 0xac && operation <= 0xb0) {
                texts.add(TYPES.charAt(operation - 0xac) + "return");
            } else if (operation == 0xb1) {
                texts.add("return");
            } else if (operation == 0xb4) {
                texts.add("getfield " + member(code.readUnsignedShort()));
            } else if (operation == 0xb5) {
                texts.add("putfield " + member(code.readUnsignedShort()));
            } else if (operation == 0xb7) {
                texts.add("invokespecial " + member(code.readUnsignedShort()));
            } else {
                texts.add("other");
                return texts;
            }
        }
        return texts;
    }

    private String member(int index) {
        Pair reference = (Pair) constants[index];
        Pair member = (Pair) constants[reference.second()];
        return name(reference.first()) + "." + text(member.first()) + text(member.second());
    }

    private String name(int index) {
        return text((Integer) constants[index]);
    }

    private String text(int index) {
        return (String) constants[index];
    }
}
