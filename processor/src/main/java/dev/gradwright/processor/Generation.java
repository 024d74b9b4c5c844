package dev.gradwright.processor;

import dev.gradwright.processor.analysis.Checkpointing;
import dev.gradwright.processor.analysis.Overwrites;
import dev.gradwright.processor.analysis.RuleBodies;
import dev.gradwright.processor.check.CheckerClass;
import dev.gradwright.processor.derive.AdjointMethod;
import dev.gradwright.processor.derive.TransposeNotes;
import dev.gradwright.processor.diagnostic.Diagnostic;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.emit.Clashes;
import dev.gradwright.processor.emit.ContractInterface;
import dev.gradwright.processor.emit.Derived;
import dev.gradwright.processor.emit.GeneratedSource;
import dev.gradwright.processor.emit.GradientClass;
import dev.gradwright.processor.emit.HessianClass;
import dev.gradwright.processor.emit.JacobianColumnsClass;
import dev.gradwright.processor.emit.JacobianRowsClass;
import dev.gradwright.processor.emit.LongMethods;
import dev.gradwright.processor.emit.TangentClass;
import dev.gradwright.processor.emit.ThrowingFace;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.lower.ThrowingUnit;
import dev.gradwright.processor.lower.UnitLowering.Lowered;
import dev.gradwright.processor.source.JavaFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Derives a class that has been read and prints what is generated for it. The compiler has no part in it, so any thread may do it. */
final class Generation {

    private final Lowered lowered;
    private final String source;
    private final Position position;
    private final Set<String> options;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    /**
     * Prepares it.
     *
     * @param lowered the class as read
     * @param source its name, for people
     * @param position where it is declared
     * @param options the options that are given, {@link Pipeline#PLAN} and {@link Pipeline#TRACE}
     */
    Generation(Lowered lowered, String source, Position position, Set<String> options) {
        this.lowered = lowered;
        this.source = source;
        this.position = position;
        this.options = options;
    }

    /** The sources generated, and what is wrong with the class. */
    Generated run() {
        List<Generated.File> texts = files().stream()
                .map(file -> new Generated.File(file.qualifiedName(), file.text()))
                .toList();
        return new Generated(diagnostics, texts);
    }

    private List<JavaFile> files() {
        Unit unit = lowered.unit();
        if (!lowered.isRefused() && (reportOverwrites(unit) | reportCheckpoints(unit) | reportRules(unit))) {
            unit = ThrowingUnit.of(unit);
        }
        Derived derived = derived(unit);
        if (reportLongMethods(derived)) {
            unit = ThrowingUnit.of(unit);
            derived = derived(unit);
        }
        String packageName = unit.name().packageName();
        if (unit.isInterface()) {
            return contracts(derived);
        }
        if (options.contains(Pipeline.PLAN)) {
            reportPlans(derived);
        }
        List<JavaFile> files = new ArrayList<>(List.of(
                GeneratedSource.of(packageName, GradientClass.of(derived), source),
                GeneratedSource.of(packageName, TangentClass.of(derived), source),
                GeneratedSource.of(packageName, CheckerClass.of(unit, derived::goesBackAtOnce), source)));
        if (unit.secondOrder()) {
            files.add(GeneratedSource.of(packageName, HessianClass.of(derived), source));
        }
        if (unit.hasLanes()) {
            files.add(GeneratedSource.of(packageName, JacobianRowsClass.of(derived), source));
            files.add(GeneratedSource.of(packageName, JacobianColumnsClass.of(derived), source));
        }
        Optional<String> clash = files.stream()
                .flatMap(file -> Clashes.in(file.typeSpec()).stream())
                .findFirst();
        clash.filter(name -> !lowered.isRefused()).ifPresent(name -> report(Message.RESERVED_NAME, position, name));
        return clash.isEmpty()
                ? files
                : files.stream()
                        .map(file -> GeneratedSource.of(packageName, ThrowingFace.of(file.typeSpec()), source))
                        .toList();
    }

    private Derived derived(Unit unit) {
        return Derived.of(
                unit,
                options.contains(Pipeline.TRACE) ? TransposeNotes.Extent.EVERY_LINE : TransposeNotes.Extent.RULES);
    }

    /** Tells of each method what it keeps for its reverse sweep, and why. */
    private void reportPlans(Derived derived) {
        for (AdjointMethod adjoint : derived.adjoints()) {
            Method method = adjoint.source();
            report(
                    Message.PLAN,
                    method.position(),
                    derived.unit().name().simpleName(),
                    method.name(),
                    adjoint.plan().text());
        }
    }

    /** What the generated classes of an interface's implementations have in common. */
    private List<JavaFile> contracts(Derived derived) {
        String packageName = derived.unit().name().packageName();
        List<JavaFile> files = new ArrayList<>(List.of(
                GeneratedSource.of(packageName, ContractInterface.gradient(derived), source),
                GeneratedSource.of(packageName, ContractInterface.tangent(derived), source)));
        if (derived.unit().secondOrder()) {
            files.add(GeneratedSource.of(packageName, ContractInterface.hessian(derived), source));
        }
        if (derived.unit().hasLanes()) {
            files.add(GeneratedSource.of(packageName, ContractInterface.rows(derived), source));
            files.add(GeneratedSource.of(packageName, ContractInterface.columns(derived), source));
        }
        return files;
    }

    /** Reports writes that would spoil a gradient; says whether there are any. */
    private boolean reportOverwrites(Unit unit) {
        List<Overwrites.Finding> findings = Overwrites.in(unit);
        for (Overwrites.Finding finding : findings) {
            report(message(finding.kind()), finding.position(), finding.name());
        }
        return !findings.isEmpty();
    }

    /** Reports wrong uses of checkpointed methods; says whether there are any. */
    private boolean reportCheckpoints(Unit unit) {
        List<Checkpointing.Finding> findings = Checkpointing.in(unit);
        for (Checkpointing.Finding finding : findings) {
            report(message(finding.kind()), finding.position(), finding.name());
        }
        return !findings.isEmpty();
    }

    /** Reports rules given by hand that cannot be differentiated themselves; says whether there are any. */
    private boolean reportRules(Unit unit) {
        List<RuleBodies.Finding> findings = RuleBodies.in(unit);
        for (RuleBodies.Finding finding : findings) {
            report(Message.RULE_SECOND_ORDER, finding.position(), finding.name(), finding.advice());
        }
        return !findings.isEmpty();
    }

    /** Reports methods whose derivatives do not fit into methods; says whether there are any. */
    private boolean reportLongMethods(Derived derived) {
        List<LongMethods.Finding> findings = LongMethods.in(derived);
        for (LongMethods.Finding finding : findings) {
            Method method = finding.method();
            String name = String.join(".", derived.unit().name().simpleNames()) + "." + method.name();
            report(Message.METHOD_TOO_LONG, method.position(), name, finding.half(), finding.bytes());
        }
        return !findings.isEmpty();
    }

    private static Message message(Checkpointing.Kind kind) {
        return switch (kind) {
            case METHOD -> Message.CHECKPOINT_METHOD;
            case SLOTS -> Message.CHECKPOINT_SLOTS;
            case CALL -> Message.CHECKPOINT_CALL;
            case STEP -> Message.CHECKPOINT_STEP;
        };
    }

    private static Message message(Overwrites.Kind kind) {
        return switch (kind) {
            case PARAMETER -> Message.PARAMETER_WRITTEN;
            case SHARED_WITH_MODEL -> Message.SHARED_WRITTEN;
            case STATE_ESCAPES -> Message.STATE_ESCAPES;
            case CONSTANT -> Message.CONSTANT_WRITTEN;
            case CONSTANT_ARGUMENT -> Message.CONSTANT_ARGUMENT;
            case REFERENCE_KEPT -> Message.REFERENCE_KEPT;
            case INACTIVE_ARGUMENT -> Message.INACTIVE_ARGUMENT;
            case NUMBER_FROM_TEXT -> Message.NUMBER_FROM_TEXT;
            case BOXED -> Message.BOXED;
            case ACTIVE_FINALLY -> Message.ACTIVE_FINALLY;
            case CONSTANT_LOCAL -> Message.CONSTANT_LOCAL;
        };
    }

    private void report(Message message, Position place, Object... arguments) {
        diagnostics.add(Diagnostic.of(message, place, arguments));
    }
}
