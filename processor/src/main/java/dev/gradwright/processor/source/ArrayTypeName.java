package dev.gradwright.processor.source;

/** An array of something. */
public record ArrayTypeName(TypeName componentType) implements TypeName {

    public static ArrayTypeName of(TypeName componentType) {
        return new ArrayTypeName(componentType);
    }

    @Override
    public void printTo(Draft draft) {
        componentType.printTo(draft);
        draft.text("[]");
    }
}
