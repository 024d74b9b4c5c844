package dev.gradwright.processor.emit;

import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.source.FieldSpec;
import dev.gradwright.processor.source.TypeSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The private fields in which a generated object keeps what its last calls have left for callers. */
final class Remembering {

    private final Map<String, Type> fields = new LinkedHashMap<>();

    /** The field behind a name: generated objects keep theirs, values are marked as those of the last call. */
    static String field(String name, Type type) {
        return type instanceof Type.Derivative ? name : "last" + Protocol.capitalized(name);
    }

    /** Asks for a field. */
    void add(String name, Type type) {
        fields.put(field(name, type), type);
    }

    /** Asks for the fields that a block writes. */
    void add(Block block) {
        Walk.statements(block, statement -> {
            if (statement instanceof Statement.Remember remember) {
                add(remember.name(), remember.value().type());
            }
        });
    }

    /** Declares the fields. */
    void addTo(TypeSpec.Builder type) {
        fields.forEach((name, fieldType) -> type.addField(
                FieldSpec.builder(Names.of(fieldType), name, Modifier.PRIVATE).build()));
    }
}
