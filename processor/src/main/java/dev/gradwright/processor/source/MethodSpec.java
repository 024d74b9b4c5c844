package dev.gradwright.processor.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** A method or constructor. */
public final class MethodSpec {

    private static final String CONSTRUCTOR = "<init>";
    private static final AnnotationSpec OVERRIDE =
            AnnotationSpec.builder(ClassName.get(Override.class)).build();

    private final String name;
    private final Set<Modifier> modifiers;
    private final List<AnnotationSpec> annotations;
    private final CodeBlock javadoc;
    private final TypeName returnType;
    private final List<ParameterSpec> parameters;
    private final CodeBlock code;

    private MethodSpec(Builder builder) {
        this.name = builder.name;
        this.modifiers = builder.modifiers;
        this.annotations = List.copyOf(builder.annotations);
        this.javadoc = builder.javadoc.build();
        this.returnType = builder.returnType;
        this.parameters = List.copyOf(builder.parameters);
        this.code = builder.code.build();
    }

    public static Builder methodBuilder(String name) {
        return new Builder(name);
    }

    public static Builder constructorBuilder() {
        return new Builder(CONSTRUCTOR);
    }

    public String name() {
        return name;
    }

    public Set<Modifier> modifiers() {
        return modifiers;
    }

    public List<AnnotationSpec> annotations() {
        return annotations;
    }

    public CodeBlock javadoc() {
        return javadoc;
    }

    public TypeName returnType() {
        return returnType;
    }

    public List<ParameterSpec> parameters() {
        return parameters;
    }

    boolean isConstructor() {
        return name.equals(CONSTRUCTOR);
    }

    /** Prints the method as a member of a class, some of whose modifiers go without saying. */
    void printTo(Draft draft, String owner, Set<Modifier> implied) {
        draft.javadoc(javadoc);
        annotations.forEach(annotation -> annotation.printTo(draft));
        Set<Modifier> written = EnumSet.noneOf(Modifier.class);
        written.addAll(modifiers);
        written.removeAll(implied);
        draft.modifiers(written);
        if (isConstructor()) {
            draft.text(owner);
        } else {
            returnType.printTo(draft);
            draft.text(" ").text(name);
        }
        draft.text("(").breakable("");
        for (int i = 0; i < parameters.size(); i++) {
            if (i > 0) {
                draft.text(",").breakable(" ");
            }
            parameters.get(i).printTo(draft);
        }
        draft.text(")");
        if (modifiers.contains(Modifier.ABSTRACT)) {
            draft.text(";\n");
        } else {
            draft.text(" {\n").indent(1);
            code.printTo(draft);
            draft.endOpenLine();
            draft.indent(-1);
            draft.text("}\n");
        }
    }

    /** Collects what belongs to a method. */
    public static final class Builder {

        private final String name;
        private final Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        private final List<AnnotationSpec> annotations = new ArrayList<>();
        private final CodeBlock.Builder javadoc = CodeBlock.builder();
        private final List<ParameterSpec> parameters = new ArrayList<>();
        private final CodeBlock.Builder code = CodeBlock.builder();
        private TypeName returnType = TypeName.VOID;

        private Builder(String name) {
            this.name = name;
        }

        public Builder addModifiers(Modifier... added) {
            return addModifiers(Arrays.asList(added));
        }

        public Builder addModifiers(Iterable<Modifier> added) {
            added.forEach(modifiers::add);
            return this;
        }

        public Builder addOverride() {
            return addAnnotation(OVERRIDE);
        }

        public Builder addAnnotation(ClassName annotation) {
            return addAnnotation(AnnotationSpec.builder(annotation).build());
        }

        public Builder addAnnotation(AnnotationSpec annotation) {
            return addAnnotations(List.of(annotation));
        }

        public Builder addAnnotations(List<AnnotationSpec> added) {
            annotations.addAll(added);
            return this;
        }

        public Builder addJavadoc(String format, Object... arguments) {
            javadoc.add(format, arguments);
            return this;
        }

        public Builder addJavadoc(CodeBlock added) {
            javadoc.add(added);
            return this;
        }

        public Builder returns(TypeName type) {
            returnType = type;
            return this;
        }

        public Builder addParameter(TypeName type, String parameter) {
            return addParameters(List.of(new ParameterSpec(type, parameter)));
        }

        public Builder addParameters(List<ParameterSpec> added) {
            parameters.addAll(added);
            return this;
        }

        public Builder addCode(String format, Object... arguments) {
            code.add(format, arguments);
            return this;
        }

        public Builder addCode(CodeBlock added) {
            code.add(added);
            return this;
        }

        /** Adds a statement with its semicolon. */
        public Builder addStatement(String format, Object... arguments) {
            code.addStatement(format, arguments);
            return this;
        }

        public Builder addStatement(CodeBlock statement) {
            return addStatement("$L", statement);
        }

        /** Begins a statement with a block. */
        public Builder beginControlFlow(String head, Object... arguments) {
            code.beginControlFlow(head, arguments);
            return this;
        }

        public Builder endControlFlow() {
            code.endControlFlow();
            return this;
        }

        public MethodSpec build() {
            return new MethodSpec(this);
        }
    }
}
