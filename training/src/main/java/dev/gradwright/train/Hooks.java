package dev.gradwright.train;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** The hooks of a training: calls them in turn, measures them, and goes on without those that fail. */
final class Hooks {

    /** A moment of training, with the method that is told of it. */
    enum Moment {
        TRAIN_BEGIN("onTrainBegin", Hook::onTrainBegin),
        EPOCH_BEGIN("onEpochBegin", Hook::onEpochBegin),
        BATCH_BEGIN("onBatchBegin", Hook::onBatchBegin),
        BEFORE_STEP("beforeOptimizerStep", Hook::beforeOptimizerStep),
        AFTER_STEP("afterOptimizerStep", Hook::afterOptimizerStep),
        BATCH_END("onBatchEnd", Hook::onBatchEnd),
        VALIDATION_END("onValidationEnd", Hook::onValidationEnd),
        EPOCH_END("onEpochEnd", Hook::onEpochEnd),
        TRAIN_END("onTrainEnd", Hook::onTrainEnd);

        private final String method;
        private final BiConsumer<Hook, Run> call;

        Moment(String method, BiConsumer<Hook, Run> call) {
            this.method = method;
            this.call = call;
        }
    }

    private static final byte[] NOTHING = new byte[0];

    /** The moments at which hooks of a class do something. Looked up once: a short training would wait longer for reflection than for its hooks. */
    private static final ClassValue<Set<Moment>> MOMENTS = new ClassValue<>() {
        @Override
        protected Set<Moment> computeValue(Class<?> hook) {
            Set<Moment> moments = EnumSet.allOf(Moment.class);
            moments.removeIf(moment -> !listens(hook, moment));
            return moments;
        }
    };

    private final Hook[] hooks;
    private final int[][] listeners;
    private final boolean[] failed;
    private final long[] calls;
    private final long[] nanos;
    private final PhaseTimes times;
    private final List<HookFailure> failures = new ArrayList<>();

    Hooks(List<Hook> hooks, PhaseTimes times) {
        this.hooks = hooks.toArray(Hook[]::new);
        this.listeners = Arrays.stream(Moment.values()).map(this::listeners).toArray(int[][]::new);
        this.failed = new boolean[this.hooks.length];
        this.calls = new long[this.hooks.length];
        this.nanos = new long[this.hooks.length];
        this.times = times;
    }

    /** The numbers of those that do something at a moment. */
    private int[] listeners(Moment moment) {
        return IntStream.range(0, hooks.length)
                .filter(i -> MOMENTS.get(hooks[i].getClass()).contains(moment))
                .toArray();
    }

    /** Whether hooks of a class do something at a moment; reading the clock for one that does not would cost more than all else. */
    private static boolean listens(Class<?> hook, Moment moment) {
        try {
            return hook.getMethod(moment.method, Run.class).getDeclaringClass() != Hook.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(moment.method + " is no method of hooks", e);
        }
    }

    /** Tells all hooks of a moment. */
    void tell(Moment moment, Run run) {
        int[] told = listeners[moment.ordinal()];
        if (told.length == 0) {
            return;
        }
        long start = System.nanoTime();
        for (int i : told) {
            if (!failed[i]) {
                start = tell(i, moment, run, start);
            }
        }
    }

    /** Tells a hook from a moment of the clock on; gives that at which it is done, as reading the clock is a large part of what a small hook costs. */
    private long tell(int i, Moment moment, Run run, long start) {
        try {
            moment.call.accept(hooks[i], run);
        } catch (Exception | LinkageError | AssertionError e) {
            fail(i, moment.method, run.step(), e);
        }
        long end = System.nanoTime();
        calls[i]++;
        nanos[i] += end - start;
        times.add(Phase.HOOKS, end - start);
        return end;
    }

    /** What hooks remember, by their names; hooks of one name are numbered. Hooks that have failed or remember nothing are left out. */
    Map<String, byte[]> saveStates(long step) {
        Map<String, byte[]> states = new LinkedHashMap<>();
        for (int i = 0; i < hooks.length; i++) {
            try {
                byte[] state = failed[i] ? NOTHING : hooks[i].saveState();
                if (state.length > 0) {
                    states.put(uniqueName(i), state);
                }
            } catch (Exception | LinkageError | AssertionError e) {
                fail(i, "saveState", step, e);
            }
        }
        return states;
    }

    /** Gives hooks back what they remembered. */
    void restoreStates(Map<String, byte[]> states, long step) {
        for (int i = 0; i < hooks.length; i++) {
            byte[] state = states.get(uniqueName(i));
            try {
                if (state != null) {
                    hooks[i].restoreState(state);
                }
            } catch (Exception | LinkageError | AssertionError e) {
                fail(i, "restoreState", step, e);
            }
        }
    }

    private String uniqueName(int i) {
        int before = 0;
        for (int j = 0; j < i; j++) {
            before += name(j).equals(name(i)) ? 1 : 0;
        }
        return before == 0 ? name(i) : name(i) + " " + (before + 1);
    }

    private void fail(int i, String method, long step, Throwable cause) {
        failed[i] = true;
        HookFailure failure = new HookFailure(name(i), method, step, cause);
        failures.add(failure);
        System.getLogger("dev.gradwright.train").log(Level.WARNING, failure.toString(), cause);
    }

    /** The name of a hook, even of one that fails to say it. */
    private String name(int i) {
        try {
            return hooks[i].name();
        } catch (RuntimeException e) {
            return hooks[i].getClass().getSimpleName();
        }
    }

    List<HookCost> costs() {
        List<HookCost> costs = new ArrayList<>();
        for (int i = 0; i < hooks.length; i++) {
            costs.add(new HookCost(name(i), calls[i], Duration.ofNanos(nanos[i])));
        }
        return costs;
    }

    List<HookFailure> failures() {
        return List.copyOf(failures);
    }
}
