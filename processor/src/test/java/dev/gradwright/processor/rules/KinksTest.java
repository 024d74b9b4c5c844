package dev.gradwright.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Function;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class KinksTest {

    private static final ClassRef MATH = ClassRef.of("java.lang", "Math");

    @Test
    void everyFunctionWithKinksSaysWhatIsDecided() {
        int found = 0;
        for (Method method : Math.class.getMethods()) {
            boolean isOfNumbers = Arrays.stream(method.getParameterTypes()).allMatch(type -> type == double.class);
            List<Type> parameters = Collections.nCopies(method.getParameterCount(), Type.DOUBLE);
            if (isOfNumbers
                    && ScalarRules.find(MATH, method.getName(), parameters) instanceof Lookup.Found<ScalarRule> rule) {
                boolean isStep = !rule.rule().isActive();
                boolean isListed =
                        !Kinks.decisions(apply(rule.rule().function())).isEmpty();
                if (rule.rule().kink() || isStep) {
                    found++;
                    assertThat(isListed).as(method.getName()).isTrue();
                }
            }
        }
        assertThat(found).isGreaterThan(10);
    }

    private static Expression.Apply apply(Function function) {
        List<Expression> arguments = function.parameters().stream()
                .<Expression>map(type -> new Expression.Read(new Variable("x", type)))
                .toList();
        return new Expression.Apply(function, arguments, Position.NOWHERE);
    }
}
