package dev.gradwright.junit;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Keeps the reports of assertions about gradients, and gives them their seed. Add it with {@code @ExtendWith(GradientCheckExtension.class)}; the rest is
 * said by configuration parameters of JUnit, which can be system properties too:
 *
 * <ul>
 *   <li>{@value #REPORTS}: a folder. Every check of a test writes a page of HTML and a JSON file there, named after the test; a test that makes several
 *       numbers them.
 *   <li>{@value #SEED}: a whole number, used by all checks in place of their own seed; or {@code random}, for a new one in each test. Messages say which it was.
 * </ul>
 *
 * <p>Tests may run in parallel. Assertions count as those of a test in the thread in which its methods run.
 */
public final class GradientCheckExtension implements InvocationInterceptor {

    /** The folder for reports. */
    public static final String REPORTS = "gradwright.check.reports";

    /** The seed of checks. */
    public static final String SEED = "gradwright.check.seed";

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(GradientCheckExtension.class);

    /** Registered by {@code @ExtendWith}. */
    public GradientCheckExtension() {}

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> method, ReflectiveInvocationContext<Method> how, ExtensionContext test) throws Throwable {
        run(method, test);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> method, ReflectiveInvocationContext<Method> how, ExtensionContext test) throws Throwable {
        run(method, test);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> method, ReflectiveInvocationContext<Method> how, ExtensionContext test) throws Throwable {
        run(method, test);
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> method, ReflectiveInvocationContext<Method> how, ExtensionContext test) throws Throwable {
        return run(method, test);
    }

    @Override
    public void interceptDynamicTest(Invocation<Void> method, DynamicTestInvocationContext how, ExtensionContext test)
            throws Throwable {
        run(method, test);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> method, ReflectiveInvocationContext<Method> how, ExtensionContext test) throws Throwable {
        run(method, test);
    }

    private static <T> T run(Invocation<T> method, ExtensionContext test) throws Throwable {
        return of(test).during(method);
    }

    private static TestRun of(ExtensionContext test) {
        return test.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        test.getUniqueId(),
                        id -> new TestRun(TestName.of(id), seed(test), reports(test)),
                        TestRun.class);
    }

    private static Optional<Path> reports(ExtensionContext test) {
        return test.getConfigurationParameter(REPORTS)
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
    }

    private static OptionalLong seed(ExtensionContext test) {
        Optional<String> wanted = test.getConfigurationParameter(SEED);
        if (wanted.isEmpty()) {
            return OptionalLong.empty();
        } else if (wanted.get().equals("random")) {
            return OptionalLong.of(ThreadLocalRandom.current().nextLong());
        }
        try {
            return OptionalLong.of(Long.parseLong(wanted.get()));
        } catch (NumberFormatException notANumber) {
            throw new ExtensionConfigurationException(
                    SEED + " is \"" + wanted.get() + "\"; it must be a whole number, or random");
        }
    }
}
