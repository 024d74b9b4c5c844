package dev.gradwright.processor.rules.ejml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.FixedMatrix;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.rules.Form;
import dev.gradwright.processor.rules.Lookup;
import dev.gradwright.processor.rules.OperationRule;
import dev.gradwright.processor.rules.OperationRules;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrix;
import org.ejml.data.DMatrix1Row;
import org.ejml.data.DMatrixD1;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.Matrix;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.CommonOps_MT_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.ejml.dense.row.SpecializedOps_DDRM;
import org.ejml.simple.ConstMatrix;
import org.ejml.simple.SimpleBase;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table against EJML itself: nothing is missing, and nothing is called that does not exist. */
class EjmlTableTest {

    private static final List<Class<?>> MATRICES = List.of(
            DMatrixRMaj.class,
            DMatrix1Row.class,
            DMatrixD1.class,
            DMatrix.class,
            Matrix.class,
            ConstMatrix.class,
            SimpleBase.class,
            SimpleMatrix.class);

    private static final Map<Class<?>, Type> TYPES = Map.of(
            double.class, Type.DOUBLE,
            int.class, Type.INT,
            boolean.class, Type.BOOLEAN,
            void.class, Type.VOID,
            String.class, Type.STRING,
            double[].class, Type.DOUBLES,
            int[].class, Type.INTS);

    static Stream<Method> operations() {
        return Stream.of(
                        CommonOps_DDRM.class,
                        CommonOps_MT_DDRM.class,
                        NormOps_DDRM.class,
                        SpecializedOps_DDRM.class,
                        MatrixFeatures_DDRM.class,
                        RandomMatrices_DDRM.class)
                .flatMap(owner -> Arrays.stream(owner.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers()));
    }

    static Stream<Method> operationsOfFixedSize() {
        return FixedMatrix.sizes()
                .boxed()
                .flatMap(n -> Stream.of("CommonOps_DDF", "NormOps_DDF", "MatrixFeatures_DDF")
                        .map(name -> named("org.ejml.dense.fixed." + name + n)))
                .flatMap(owner -> Arrays.stream(owner.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()));
    }

    static Stream<Method> methodsOfFixedSize() {
        return fixedClasses()
                .flatMap(owner -> Arrays.stream(owner.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge());
    }

    static Stream<Class<?>> fixedClasses() {
        return FixedMatrix.all().stream().map(fixed -> named(fixed.type().name().canonicalName()));
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource({"operationsOfFixedSize", "methodsOfFixedSize"})
    void everyOperationOnFixedMatricesStandsForOthersOrHasAReason(Method method) {
        assertThat(find(method)).as("%s", method).isInstanceOfAny(Lookup.Short.class, Lookup.Refused.class);
    }

    @ParameterizedTest
    @MethodSource("fixedClasses")
    void everyConstructorOfFixedMatricesStandsForOthers(Class<?> type) {
        ClassRef name = ClassRef.of(type.getPackageName(), type.getSimpleName());
        for (Constructor<?> constructor : type.getConstructors()) {
            List<Type> parameters = Arrays.stream(constructor.getParameterTypes())
                    .map(EjmlTableTest::type)
                    .toList();
            assertThat(OperationRules.find(name, Form.CONSTRUCTOR, parameters))
                    .as("%s", constructor)
                    .isInstanceOf(Lookup.Short.class);
        }
    }

    @ParameterizedTest
    @MethodSource("fixedClasses")
    void everyEntryOfFixedMatricesIsAField(Class<?> type) {
        FixedMatrix fixed = FixedMatrix.named(type.getName()).orElseThrow();
        List<Integer> places = Arrays.stream(type.getFields())
                .map(field -> fixed.place(field.getName()).orElseThrow())
                .sorted()
                .toList();
        assertThat(places).isEqualTo(IntStream.range(0, fixed.size()).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationHasARuleOrAReason(Method method) {
        assertThat(find(method)).isNotInstanceOf(Lookup.Unknown.class);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operationsThatOnlyLookGiveNoDouble(Method method) {
        if (find(method) instanceof Lookup.Inactive<OperationRule> line && line.onlyReads()) {
            assertThat(method.getReturnType()).isIn(boolean.class, int.class);
        }
    }

    static Stream<Method> methodsOfSimpleMatrices() {
        return Stream.<Class<?>>of(SimpleBase.class, SimpleMatrix.class)
                .flatMap(owner -> Arrays.stream(owner.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge());
    }

    @ParameterizedTest
    @MethodSource("methodsOfSimpleMatrices")
    void everyMethodOfSimpleMatricesStandsForOthersOrHasAReason(Method method) {
        assertThat(find(method)).as("%s", method).isNotInstanceOf(Lookup.Unknown.class);
    }

    @Test
    void everyOperationOfTheTableExists() {
        for (OperationRule rule : OperationRules.all()) {
            Operation operation = rule.operation();
            if (!operation.owner().packageName().startsWith("java.")) {
                assertThat(exists(operation))
                        .as("%s%s", operation, operation.parameters())
                        .isTrue();
            }
        }
    }

    @Test
    void everyRuleSaysWhatItDoesWithEachArgument() {
        for (OperationRule rule : OperationRules.all()) {
            assertThat(rule.accesses()).hasSameSizeAs(rule.operation().parameters());
        }
    }

    /** What the table says of a method of EJML; those of objects that wrap one have the matrix as the first argument. */
    static Lookup<OperationRule> find(Method method) {
        Class<?> owner = method.getDeclaringClass();
        boolean isSimple = SimpleBase.class.isAssignableFrom(owner);
        List<Type> parameters = new ArrayList<>();
        boolean isWrapper = isSimple || FixedMatrix.named(owner.getName()).isPresent();
        if (isWrapper && !Modifier.isStatic(method.getModifiers())) {
            parameters.add(Type.MATRIX);
        }
        Arrays.stream(method.getParameterTypes()).map(EjmlTableTest::type).forEach(parameters::add);
        ClassRef name =
                isSimple ? Type.SIMPLE_MATRIX.name() : ClassRef.of(owner.getPackageName(), owner.getSimpleName());
        return OperationRules.find(name, method.getName(), parameters);
    }

    private static Type type(Class<?> parameter) {
        return MATRICES.contains(parameter)
                ? Type.MATRIX
                : FixedMatrix.named(parameter.getName())
                        .<Type>map(FixedMatrix::type)
                        .orElseGet(() -> TYPES.getOrDefault(parameter, Type.VOID));
    }

    private static boolean exists(Operation operation) {
        Class<?> owner;
        try {
            owner = Class.forName(operation.owner().canonicalName());
        } catch (ClassNotFoundException e) {
            return false;
        }
        List<Type> parameters = operation.onReceiver()
                ? operation.parameters().subList(1, operation.parameters().size())
                : operation.parameters();
        return Arrays.stream(owner.getMethods())
                .filter(method -> method.getName().equals(operation.name()))
                .filter(method -> Modifier.isStatic(method.getModifiers()) != operation.onReceiver())
                .filter(method -> Arrays.stream(method.getParameterTypes())
                        .map(EjmlTableTest::type)
                        .toList()
                        .equals(parameters))
                .anyMatch(method -> operation.result() == Type.VOID
                        || type(method.getReturnType()).equals(operation.result()));
    }
}
