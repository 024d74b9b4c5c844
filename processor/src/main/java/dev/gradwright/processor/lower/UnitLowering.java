package dev.gradwright.processor.lower;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.javac.Compiler;
import dev.gradwright.processor.javac.SourceFile;
import dev.gradwright.processor.lower.body.ClosureSource;
import dev.gradwright.processor.lower.body.Helpers;
import dev.gradwright.processor.lower.declare.Contracts;
import dev.gradwright.processor.lower.declare.Declarations;
import dev.gradwright.processor.lower.declare.Fields;
import dev.gradwright.processor.lower.declare.MethodSignature;
import dev.gradwright.processor.lower.declare.Overloadings;
import dev.gradwright.processor.lower.declare.SampleReader;
import dev.gradwright.processor.lower.declare.SeedCounts;
import dev.gradwright.processor.lower.given.GivenMethods;
import dev.gradwright.processor.lower.given.RuleTargets;
import dev.gradwright.processor.lower.site.Refusals;
import dev.gradwright.processor.lower.site.Site;
import dev.gradwright.processor.resolve.Annotations;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Lowers a differentiable class: its fields, its differentiable methods, and the helpers that these reach. */
public final class UnitLowering implements Helpers {

    private final Site site;
    private final Refusals refusals;
    private final Fields fields;
    private final Declarations declarations;
    private final Map<Method.Key, Method> methods = new LinkedHashMap<>();
    private final Set<Method.Key> known = new HashSet<>();
    private final Map<Method.Key, Integer> checkpoints = new LinkedHashMap<>();
    private final Deque<Runnable> queue = new ArrayDeque<>();
    private final List<ClosureSource> closures = new ArrayList<>();

    private UnitLowering(Compiler compiler, TypeElement type, SourceFile file) {
        this.site = new Site(compiler, type, file);
        this.refusals = new Refusals(compiler.reporter());
        this.fields = new Fields(site);
        this.declarations = new Declarations(site);
    }

    /**
     * What lowering a class came to.
     *
     * @param unit the class; where something was refused, with methods that only throw, so that their callers still compile
     * @param isRefused whether anything was refused, and reported
     * @param isTemplate whether all its methods take functions, so that none has a gradient of its own
     */
    public record Lowered(Unit unit, boolean isRefused, boolean isTemplate) {}

    /** Lowers a class, reporting what is refused. */
    public static Lowered lower(Compiler compiler, TypeElement type) {
        SourceFile file = compiler.fileOf(type).orElseThrow();
        return new UnitLowering(compiler, type, file).lower();
    }

    private Lowered lower() {
        boolean isPossible = refusals.collect(declarations::requireDifferentiable);
        refusals.collect(new SeedCounts(site)::requireInRange);
        refusals.collect(new RuleTargets(site)::requireRules);
        fields.addParameters(refusals);
        List<MethodSignature> signatures = new ArrayList<>();
        Overloadings overloadings = new Overloadings(site);
        for (ExecutableElement method : declarations.differentiable()) {
            refusals.collect(() -> {
                MethodSignature signature = declarations.signature(method);
                signatures.add(signature);
                overloadings.add(method, signature);
                if (!declarations.isInterface()) {
                    need(method, List.of(), Map.of());
                }
            });
        }
        while (isPossible && !queue.isEmpty()) {
            queue.remove().run();
        }
        Optional<TypeElement> ofOtherSeeds = fields.dropOfOtherSeeds();
        if (!refusals.any()) {
            // where methods call it, that has been refused
            refusals.collect(() -> ofOtherSeeds.ifPresent(new SeedCounts(site)::requireIn));
        }
        List<ClassRef> contracts = new ArrayList<>();
        refusals.collect(() -> contracts.addAll(new Contracts(site).implemented()));
        boolean isInterface = declarations.isInterface();
        Map<Method.Key, Method> complete = refusals.any() || isInterface ? declared(signatures) : methods;
        Unit unit = new Unit(
                site.irTypes().name(site.type()),
                isInterface,
                contracts,
                isPublic(),
                fields.all(),
                complete,
                checkpoints,
                Annotations.isSecondOrder(site.type()),
                Annotations.seeds(site.type()),
                new SampleReader(site).read());
        return new Lowered(
                refusals.any() || isInterface ? ThrowingUnit.of(unit) : unit,
                refusals.any(),
                declarations.hasOnlyTemplates());
    }

    @Override
    public Method.Key need(ExecutableElement method, List<Type> given, Map<Element, Type> bindings) {
        MethodSignature signature = declarations.with(bindings).signature(method, given);
        Method.Key key = signature.key();
        if (known.add(key)) {
            queue.add(() -> refusals.collect(() -> methods.put(key, lowered(method, signature, bindings))));
            Annotations.checkpointSlots(method).ifPresent(slots -> checkpoints.put(key, slots));
        }
        return key;
    }

    @Override
    public Type.Closure enter(ClosureSource source, List<Type.Part> captured) {
        closures.add(source);
        int arity = source.tree() instanceof LambdaExpressionTree lambda
                ? lambda.getParameters().size()
                : -1;
        return new Type.Closure(closures.size() - 1, arity, Optional.empty(), captured);
    }

    @Override
    public Method.Key need(Type.Closure closure) {
        Method.Key key = ClosureLowering.key(closure);
        if (known.add(key)) {
            ClosureSource source = closures.get(closure.id());
            MethodLowering lowering = new MethodLowering(source.site(), fields, this, refusals);
            queue.add(() ->
                    refusals.collect(() -> methods.put(key, new ClosureLowering(source, lowering).lower(closure))));
        }
        return key;
    }

    private Method lowered(ExecutableElement method, MethodSignature signature, Map<Element, Type> bindings) {
        MethodTree tree = site.compiler().tree(method);
        Site inside = site.with(bindings).inside((TypeElement) method.getEnclosingElement());
        MethodLowering lowering = new MethodLowering(inside, fields, this, refusals);
        if (Annotations.isGiven(method)) {
            return new GivenMethods(
                            inside,
                            rule -> lowering.lower(
                                    inside.compiler().tree(rule), new Declarations(inside).signature(rule)))
                    .lower(method, tree, signature);
        }
        return method.getKind() == ElementKind.CONSTRUCTOR
                ? new ConstructorLowering(inside, lowering).lower(method, tree, signature)
                : lowering.lower(tree, signature);
    }

    private boolean isPublic() {
        for (Element outer = site.type(); outer instanceof TypeElement type; outer = outer.getEnclosingElement()) {
            if (!type.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    /** Methods with the right signatures and nothing in them. */
    private static Map<Method.Key, Method> declared(List<MethodSignature> signatures) {
        Map<Method.Key, Method> methods = new LinkedHashMap<>();
        for (MethodSignature signature : signatures) {
            methods.put(
                    signature.key(),
                    new Method(
                            signature.key(),
                            signature.stem(),
                            signature.isStatic(),
                            signature.face(),
                            signature.leaves(),
                            Block.EMPTY,
                            signature.results(),
                            signature.shape(),
                            signature.role(),
                            Position.NOWHERE));
        }
        return methods;
    }
}
