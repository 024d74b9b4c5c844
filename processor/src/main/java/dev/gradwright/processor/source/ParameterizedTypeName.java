package dev.gradwright.processor.source;

import java.util.List;

/** A generic class with what its type parameters stand for. */
public record ParameterizedTypeName(ClassName rawType, List<TypeName> arguments) implements TypeName {

    public ParameterizedTypeName {
        arguments = List.copyOf(arguments);
    }

    @Override
    public void printTo(Draft draft) {
        rawType.printTo(draft);
        String separator = "<";
        for (TypeName argument : arguments) {
            draft.text(separator);
            argument.printTo(draft);
            separator = ", ";
        }
        draft.text(">");
    }
}
