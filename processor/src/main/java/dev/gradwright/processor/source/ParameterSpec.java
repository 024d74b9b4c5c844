package dev.gradwright.processor.source;

/** A parameter of a method. */
public record ParameterSpec(TypeName type, String name) {

    void printTo(Draft draft) {
        type.printTo(draft);
        draft.text(" ").text(name);
    }
}
