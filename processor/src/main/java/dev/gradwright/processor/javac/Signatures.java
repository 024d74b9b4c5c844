package dev.gradwright.processor.javac;

import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Texts that mean the same field, method or type in every round. */
public final class Signatures {

    private Signatures() {}

    /** A field or method: {@code java.lang.Math.max(double,double)}. */
    public static String of(Element element, Types types) {
        String owner = element.getEnclosingElement() instanceof TypeElement type
                ? type.getQualifiedName().toString()
                : "";
        if (element instanceof ExecutableElement method) {
            return owner + "." + method.getSimpleName()
                    + method.getParameters().stream()
                            .map(parameter -> of(parameter.asType(), types))
                            .collect(Collectors.joining(",", "(", ")"));
        }
        return owner + "." + element.getSimpleName();
    }

    /** A type, erased. */
    public static String of(TypeMirror type, Types types) {
        TypeMirror erased = types.erasure(type);
        if (erased.getKind() == javax.lang.model.type.TypeKind.ARRAY) {
            return of(((javax.lang.model.type.ArrayType) erased).getComponentType(), types) + "[]";
        }
        Element element = types.asElement(erased);
        return element instanceof TypeElement named
                ? named.getQualifiedName().toString()
                : erased.getKind().name().toLowerCase(java.util.Locale.ROOT);
    }
}
