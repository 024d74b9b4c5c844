package dev.gradwright.processor.source;

/**
 * Some type above or below another.
 *
 * @param keyword the word between them
 */
public record WildcardTypeName(String keyword, TypeName bound) implements TypeName {

    public static WildcardTypeName subtypeOf(TypeName bound) {
        return new WildcardTypeName("extends", bound);
    }

    public static WildcardTypeName supertypeOf(TypeName bound) {
        return new WildcardTypeName("super", bound);
    }

    @Override
    public void printTo(Draft draft) {
        draft.text("?");
        if (!bound.equals(ClassName.OBJECT) || keyword.equals("super")) {
            draft.text(" " + keyword + " ");
            bound.printTo(draft);
        }
    }
}
