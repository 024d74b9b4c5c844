package dev.gradwright.processor;

import dev.gradwright.processor.resolve.Annotations;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Whether all types in the declarations of a class are known; those that another processor generates come in a later round. */
final class Headers {

    private Headers() {}

    static boolean isResolved(TypeElement type) {
        return isKnown(type.getSuperclass())
                && nameKnownClasses(type)
                && areKnown(type.getInterfaces())
                && type.getEnclosedElements().stream().allMatch(Headers::isMemberResolved);
    }

    private static boolean isMemberResolved(Element member) {
        if (member instanceof VariableElement field) {
            return isKnown(field.asType());
        } else if (member instanceof ExecutableElement method) {
            return Annotations.nameKnownClasses(method)
                    && isKnown(method.getReturnType())
                    && areKnown(method.getThrownTypes())
                    && method.getParameters().stream().allMatch(parameter -> isKnown(parameter.asType()));
        }
        return true;
    }

    /** Whether the classes with rules are there that a class lists, or one around it. */
    private static boolean nameKnownClasses(TypeElement type) {
        for (Element outer = type; outer instanceof TypeElement; outer = outer.getEnclosingElement()) {
            if (!Annotations.nameKnownClasses(outer)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areKnown(List<? extends TypeMirror> types) {
        return types.stream().allMatch(Headers::isKnown);
    }

    private static boolean isKnown(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            return false;
        } else if (type instanceof ArrayType array) {
            return isKnown(array.getComponentType());
        } else if (type instanceof DeclaredType declared) {
            return areKnown(declared.getTypeArguments());
        }
        return true;
    }
}
