package dev.gradwright.processor.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** A class or an interface. */
public final class TypeSpec {

    private final String kind;
    private final String name;
    private final Set<Modifier> modifiers;
    private final List<AnnotationSpec> annotations;
    private final CodeBlock javadoc;
    private final Optional<TypeName> superclass;
    private final List<TypeName> superinterfaces;
    private final List<FieldSpec> fields;
    private final List<MethodSpec> methods;
    private final List<TypeSpec> types;

    private TypeSpec(Builder builder) {
        this.kind = builder.kind;
        this.name = builder.name;
        this.modifiers = builder.modifiers;
        this.annotations = List.copyOf(builder.annotations);
        this.javadoc = builder.javadoc.build();
        this.superclass = builder.superclass;
        this.superinterfaces = List.copyOf(builder.superinterfaces);
        this.fields = List.copyOf(builder.fields);
        this.methods = List.copyOf(builder.methods);
        this.types = List.copyOf(builder.types);
    }

    public static Builder classBuilder(String name) {
        return new Builder("class", name);
    }

    public static Builder classBuilder(ClassName name) {
        return classBuilder(name.simpleName());
    }

    public static Builder interfaceBuilder(ClassName name) {
        return new Builder("interface", name.simpleName());
    }

    public String name() {
        return name;
    }

    public Set<Modifier> modifiers() {
        return modifiers;
    }

    public List<TypeName> superinterfaces() {
        return superinterfaces;
    }

    public List<FieldSpec> fieldSpecs() {
        return fields;
    }

    public List<MethodSpec> methodSpecs() {
        return methods;
    }

    /** The names of the classes within it. */
    Set<String> nested() {
        return types.stream().map(TypeSpec::name).collect(Collectors.toUnmodifiableSet());
    }

    void printTo(Draft draft) {
        draft.javadoc(javadoc);
        annotations.forEach(annotation -> annotation.printTo(draft));
        draft.modifiers(modifiers);
        draft.text(kind).text(" ").text(name);
        superclass.ifPresent(type -> list(" extends ", List.of(type), draft));
        list(isInterface() ? " extends " : " implements ", superinterfaces, draft);
        draft.text(" {\n").indent(1);
        printMembers(draft);
        draft.indent(-1);
        draft.text("}\n");
    }

    private static void list(String keyword, List<TypeName> types, Draft draft) {
        String separator = keyword;
        for (TypeName type : types) {
            draft.text(separator);
            type.printTo(draft);
            separator = ", ";
        }
    }

    private boolean isInterface() {
        return kind.equals("interface");
    }

    /** Fields, constructors, methods and classes, with a line between them. */
    private void printMembers(Draft draft) {
        List<Runnable> members = new ArrayList<>();
        Set<Modifier> implied = isInterface() ? EnumSet.of(Modifier.PUBLIC, Modifier.ABSTRACT) : Set.of();
        fields.forEach(field -> members.add(() -> field.printTo(draft)));
        for (boolean isConstructor : new boolean[] {true, false}) {
            methods.stream()
                    .filter(method -> method.isConstructor() == isConstructor)
                    .forEach(method -> members.add(() -> method.printTo(draft, name, implied)));
        }
        types.forEach(type -> members.add(() -> type.printTo(draft)));
        for (int i = 0; i < members.size(); i++) {
            if (i > 0) {
                draft.text("\n");
            }
            members.get(i).run();
        }
    }

    /** Collects what belongs to a class. */
    public static final class Builder {

        private final String kind;
        private final String name;
        private final Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        private final List<AnnotationSpec> annotations = new ArrayList<>();
        private final CodeBlock.Builder javadoc = CodeBlock.builder();
        private final List<TypeName> superinterfaces = new ArrayList<>();
        private final List<FieldSpec> fields = new ArrayList<>();
        private final List<MethodSpec> methods = new ArrayList<>();
        private final List<TypeSpec> types = new ArrayList<>();
        private Optional<TypeName> superclass = Optional.empty();

        private Builder(String kind, String name) {
            this.kind = kind;
            this.name = name;
        }

        public Builder addModifiers(Modifier... added) {
            modifiers.addAll(Arrays.asList(added));
            return this;
        }

        public Builder addAnnotation(ClassName annotation) {
            return addAnnotation(AnnotationSpec.builder(annotation).build());
        }

        public Builder addAnnotation(AnnotationSpec annotation) {
            annotations.add(annotation);
            return this;
        }

        public Builder addJavadoc(String format, Object... arguments) {
            javadoc.add(format, arguments);
            return this;
        }

        public Builder superclass(TypeName type) {
            superclass = Optional.of(type);
            return this;
        }

        public Builder addSuperinterface(TypeName type) {
            return addSuperinterfaces(List.of(type));
        }

        public Builder addSuperinterfaces(List<TypeName> added) {
            superinterfaces.addAll(added);
            return this;
        }

        public Builder addField(TypeName type, String field, Modifier... access) {
            return addField(FieldSpec.builder(type, field, access).build());
        }

        public Builder addField(FieldSpec field) {
            fields.add(field);
            return this;
        }

        public Builder addMethod(MethodSpec method) {
            return addMethods(List.of(method));
        }

        public Builder addMethods(List<MethodSpec> added) {
            methods.addAll(added);
            return this;
        }

        public Builder addType(TypeSpec type) {
            types.add(type);
            return this;
        }

        public TypeSpec build() {
            return new TypeSpec(this);
        }
    }
}
