package dev.gradwright.processor.source;

/** A type as source names it. */
public sealed interface TypeName
        permits TypeName.Keyword, ClassName, ArrayTypeName, ParameterizedTypeName, WildcardTypeName {

    TypeName VOID = new Keyword("void");
    TypeName BOOLEAN = new Keyword("boolean");
    TypeName BYTE = new Keyword("byte");
    TypeName SHORT = new Keyword("short");
    TypeName CHAR = new Keyword("char");
    TypeName INT = new Keyword("int");
    TypeName LONG = new Keyword("long");
    TypeName DOUBLE = new Keyword("double");

    /** A type with a word of the language for a name. */
    record Keyword(String word) implements TypeName {

        @Override
        public void printTo(Draft draft) {
            draft.text(word);
        }
    }

    /** Writes the type, as short as imports allow. */
    void printTo(Draft draft);
}
