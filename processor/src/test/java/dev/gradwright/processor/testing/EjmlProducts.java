package dev.gradwright.processor.testing;

import dev.gradwright.kernel.Kernels;
import java.util.function.Supplier;

/** Runs generated code with EJML's products, as programs have them, because other kernels round otherwise. */
public final class EjmlProducts {

    private EjmlProducts() {}

    /** Does something so. */
    public static void during(Runnable action) {
        give(() -> {
            action.run();
            return true;
        });
    }

    /** What is computed so. */
    public static <T> T give(Supplier<T> computation) {
        return Kernels.during(Kernels.named("ejml"), computation);
    }
}
