package dev.gradwright.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.math.FastMath;
import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Type;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FastMathRulesTest {

    private static final ClassRef OWNER = ClassRef.of("dev.gradwright.math", "FastMath");
    private static final Map<Class<?>, Type> TYPES =
            Map.of(double.class, Type.DOUBLE, double[].class, Type.DOUBLES, DMatrixRMaj.class, Type.MATRIX);

    static Stream<Method> functions() {
        return Arrays.stream(FastMath.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyFunctionHasARuleForNumbersArraysAndMatrices(Method method) {
        List<Type> parameters =
                Arrays.stream(method.getParameterTypes()).map(TYPES::get).toList();
        Lookup<?> line = parameters.equals(List.of(Type.DOUBLE))
                ? ScalarRules.find(OWNER, method.getName(), parameters)
                : OperationRules.find(OWNER, method.getName(), parameters);
        assertThat(line).isInstanceOf(Lookup.Found.class);
    }
}
