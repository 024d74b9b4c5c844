package dev.gradwright.monitor.activation;

import dev.gradwright.Gradient;
import dev.gradwright.tape.ResultLog;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Names what inner methods return: {@code hidden} for the method {@code forward} of the model in the field {@code hidden}, {@code hidden.scores} for
 * its method {@code scores}, {@code scores} for a method of the model itself, {@code Squares.of} for a function of another class. Matrices of a further
 * call in the same record are numbered, {@code relu#2}; calls for single examples, which return arrays, are taken together.
 */
final class LayerLog extends ResultLog {

    private static final String GRADIENT = "Gradient";
    private static final int MOST_CALLS = 4;

    private final Map<Object, String> prefixes = new IdentityHashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final BiConsumer<String, Object> receiver;

    LayerLog(Gradient gradient, BiConsumer<String, Object> receiver) {
        super(gradient);
        this.receiver = receiver;
        prefixes.put(gradient, "");
        gradient.parameters().models().forEach((path, model) -> prefixes.putIfAbsent(model, path));
    }

    @Override
    protected void begun() {
        calls.clear();
        seen.clear();
    }

    @Override
    protected void returned(Object of, String method, Object result) {
        // a method that hands on what another has returned adds nothing
        if (result == null || !seen.add(result)) {
            return;
        }
        String name = name(of, method);
        if (result instanceof double[]) {
            receiver.accept(name, result);
            return;
        }
        int call = Math.min(MOST_CALLS, calls.merge(name, 1, Integer::sum));
        receiver.accept(call == 1 ? name : name + "#" + call, result);
    }

    private String name(Object of, String method) {
        String prefix = prefixes.computeIfAbsent(of, LayerLog::className);
        if (prefix.isEmpty()) {
            return method;
        }
        return method.equals("forward") ? prefix : prefix + "." + method;
    }

    private static String className(Object gradient) {
        String name = gradient.getClass().getSimpleName();
        return name.endsWith(GRADIENT) ? name.substring(0, name.length() - GRADIENT.length()) : name;
    }
}
