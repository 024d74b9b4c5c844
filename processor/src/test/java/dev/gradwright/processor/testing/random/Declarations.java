package dev.gradwright.processor.testing.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the class of a random program declares. It grows while the program is written: what is declared can be used by what follows. */
final class Declarations {

    private final List<Node> members = new ArrayList<>();
    private final Map<String, List<Node>> kits = new LinkedHashMap<>();
    private final List<DataType> types = new ArrayList<>();
    private final List<Helper> helpers = new ArrayList<>();
    private int named;

    void add(Node member) {
        members.add(member);
    }

    void add(DataType type) {
        types.add(type);
    }

    void add(Helper helper) {
        helpers.add(helper);
    }

    /** Declares what a construct needs, once. */
    void require(String text) {
        kits.computeIfAbsent(text, key -> List.of(Node.line(key)));
    }

    List<DataType> types() {
        return types;
    }

    List<Helper> helpers() {
        return helpers;
    }

    /** A name of a member that no other has. */
    String fresh(String stem) {
        return stem + named++;
    }

    List<Node> members() {
        List<Node> all = new ArrayList<>(members);
        kits.values().forEach(all::addAll);
        return all;
    }
}
