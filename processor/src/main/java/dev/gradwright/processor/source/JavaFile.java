package dev.gradwright.processor.source;

/** A file with one class that others may see. */
public record JavaFile(String packageName, TypeSpec typeSpec) {

    /** The name the file is known by. */
    public String qualifiedName() {
        return self().canonicalName();
    }

    /** What is in the file. */
    public String text() {
        Draft draft = new Draft();
        typeSpec.printTo(draft);
        Imports imports = new Imports(self(), typeSpec.nested());
        draft.tell(imports);
        StringBuilder text = new StringBuilder();
        if (!packageName.isEmpty()) {
            text.append("package ").append(packageName).append(";\n\n");
        }
        String lines = imports.lines();
        text.append(lines);
        if (!lines.isEmpty()) {
            text.append('\n');
        }
        draft.finish(imports, text);
        return text.toString();
    }

    private ClassName self() {
        return ClassName.get(packageName, typeSpec.name());
    }
}
