package dev.gradwright.processor.emit;

import dev.gradwright.processor.ir.FixedMatrix;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.source.ClassName;
import dev.gradwright.processor.source.CodeBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes records, matrices of fixed size, and arrays of them, apart into their components and puts them together again, where users' code
 * and generated code meet: inside, there are only the components.
 */
public final class Composing {

    /** What the code here calls an element of an array, and its number: no variable around it may be called so. */
    public static final List<String> NAMES = List.of("eachElement", "eachRow");

    private static final ClassName CONVERSION = ClassName.get("org.ejml.ops", "DConvertMatrixStruct");

    private Composing() {}

    /** The leaves of a value, each as an expression. */
    public static List<CodeBlock> apart(Type type, CodeBlock value) {
        List<CodeBlock> leaves = new ArrayList<>();
        if (type.equals(Type.SIMPLE_MATRIX)) {
            leaves.add(CodeBlock.of("$L.getDDRM()", value));
        } else if (FixedMatrix.of(type).isPresent()) {
            leaves.add(CodeBlock.of("$T.convert($L, ($T) null)", CONVERSION, value, Names.of(Type.MATRIX)));
        } else if (type instanceof Type.Composite composite) {
            composite
                    .components()
                    .forEach(component ->
                            leaves.addAll(apart(component.type(), CodeBlock.of("$L.$L()", value, component.name()))));
        } else if (type instanceof Type.ArrayOf array && Type.isTakenApart(type)) {
            List<Type.Part> parts = Type.leaves(type);
            List<CodeBlock> elements = apart(array.element(), CodeBlock.of("eachElement"));
            for (int i = 0; i < parts.size(); i++) {
                leaves.add(column(
                        value, elements.get(i), (Type.ArrayOf) parts.get(i).type()));
            }
        } else {
            leaves.add(value);
        }
        return leaves;
    }

    /** A value from the leaves that come next. */
    public static CodeBlock together(Type type, Iterator<CodeBlock> leaves) {
        if (type.equals(Type.SIMPLE_MATRIX)) {
            return CodeBlock.of("$T.wrap($L)", Names.of(type), leaves.next());
        } else if (FixedMatrix.of(type).isPresent()) {
            return CodeBlock.of("new $T().setTo(0, $L.data)", Names.of(type), leaves.next());
        } else if (type instanceof Type.Composite composite) {
            CodeBlock components = composite.components().stream()
                    .map(component -> together(component.type(), leaves))
                    .collect(CodeBlock.joining(", "));
            return CodeBlock.of("new $T($L)", Names.of(type), components);
        } else if (type instanceof Type.ArrayOf array && Type.isTakenApart(type)) {
            List<CodeBlock> columns =
                    Type.leaves(type).stream().map(leaf -> leaves.next()).toList();
            List<CodeBlock> entries = columns.stream()
                    .map(column -> CodeBlock.of("$L[eachRow]", column))
                    .toList();
            return CodeBlock.of(
                    "$T.range(0, $L.length).mapToObj(eachRow -> $L).toArray($T[]::new)",
                    IntStream.class,
                    columns.get(0),
                    together(array.element(), entries.iterator()),
                    Names.of(array.element()));
        }
        return leaves.next();
    }

    /** One component of all elements of an array. */
    private static CodeBlock column(CodeBlock array, CodeBlock component, Type.ArrayOf column) {
        Type element = column.element();
        if (element.isReference() || element == Type.BOOLEAN) {
            return CodeBlock.of(
                    "$T.stream($L).map(eachElement -> $L).toArray($T::new)",
                    Arrays.class,
                    array,
                    component,
                    Names.of(column));
        }
        String mapped = element == Type.DOUBLE ? "mapToDouble" : element == Type.LONG ? "mapToLong" : "mapToInt";
        return CodeBlock.of("$T.stream($L).$L(eachElement -> $L).toArray()", Arrays.class, array, mapped, component);
    }
}
