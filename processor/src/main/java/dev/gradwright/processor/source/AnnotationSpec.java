package dev.gradwright.processor.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** An annotation with its elements. */
public final class AnnotationSpec {

    private final ClassName type;
    private final Map<String, CodeBlock> members;

    private AnnotationSpec(Builder builder) {
        this.type = builder.type;
        this.members = new LinkedHashMap<>(builder.members);
    }

    public static Builder builder(ClassName type) {
        return new Builder(type);
    }

    void printTo(Draft draft) {
        draft.text("@");
        type.printTo(draft);
        if (members.keySet().equals(Set.of("value"))) {
            draft.text("(");
            members.get("value").printTo(draft);
            draft.text(")");
        } else if (!members.isEmpty()) {
            printMembers(draft);
        }
        draft.text("\n");
    }

    private void printMembers(Draft draft) {
        draft.indent(2);
        String separator = "(\n";
        for (Map.Entry<String, CodeBlock> member : members.entrySet()) {
            draft.text(separator).text(member.getKey()).text(" = ");
            member.getValue().printTo(draft);
            separator = ",\n";
        }
        draft.indent(-2);
        draft.text("\n)");
    }

    /** Collects the elements of an annotation. */
    public static final class Builder {

        private final ClassName type;
        private final Map<String, CodeBlock> members = new LinkedHashMap<>();

        private Builder(ClassName type) {
            this.type = type;
        }

        public Builder addMember(String name, String format, Object... arguments) {
            members.put(name, CodeBlock.of(format, arguments));
            return this;
        }

        public AnnotationSpec build() {
            return new AnnotationSpec(this);
        }
    }
}
