package dev.gradwright.processor.source;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** A field of a class. */
public final class FieldSpec {

    private final TypeName type;
    private final String name;
    private final Set<Modifier> modifiers;
    private final CodeBlock javadoc;
    private final CodeBlock initializer;

    private FieldSpec(Builder builder) {
        this.type = builder.type;
        this.name = builder.name;
        this.modifiers = builder.modifiers;
        this.javadoc = builder.javadoc.build();
        this.initializer = builder.initializer;
    }

    public static Builder builder(TypeName type, String name, Modifier... modifiers) {
        return new Builder(type, name, modifiers);
    }

    public TypeName type() {
        return type;
    }

    public String name() {
        return name;
    }

    public Set<Modifier> modifiers() {
        return modifiers;
    }

    void printTo(Draft draft) {
        draft.javadoc(javadoc);
        draft.modifiers(modifiers);
        type.printTo(draft);
        draft.text(" ").text(name);
        if (!initializer.isEmpty()) {
            draft.text(" = ");
            initializer.printTo(draft);
        }
        draft.text(";\n");
    }

    /** Collects what belongs to a field. */
    public static final class Builder {

        private final TypeName type;
        private final String name;
        private final Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        private final CodeBlock.Builder javadoc = CodeBlock.builder();
        private CodeBlock initializer = CodeBlock.builder().build();

        private Builder(TypeName type, String name, Modifier... modifiers) {
            this.type = type;
            this.name = name;
            this.modifiers.addAll(Arrays.asList(modifiers));
        }

        public Builder addJavadoc(String format, Object... arguments) {
            javadoc.add(format, arguments);
            return this;
        }

        public Builder initializer(String format, Object... arguments) {
            initializer = CodeBlock.of(format, arguments);
            return this;
        }

        public FieldSpec build() {
            return new FieldSpec(this);
        }
    }
}
