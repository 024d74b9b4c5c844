package dev.gradwright.processor.lower.declare;

import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.lower.site.Site;
import dev.gradwright.processor.resolve.Annotations;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The differentiable interfaces that a class implements: its generated classes implement what is generated for these. */
public final class Contracts {

    /** How javac calls the parameters of a class file that does not name them: this and a number. */
    private static final String UNKNOWN = "arg";

    private final Site site;

    public Contracts(Site site) {
        this.site = site;
    }

    /** The interfaces; refuses a class whose methods do not keep to them. */
    public List<ClassRef> implemented() {
        List<TypeElement> interfaces = new ArrayList<>();
        collect(site.type(), interfaces);
        interfaces.forEach(this::requireKept);
        return interfaces.stream().map(site.irTypes()::name).toList();
    }

    private void collect(TypeElement type, List<TypeElement> found) {
        for (TypeMirror supertype : site.compiler().types().directSupertypes(type.asType())) {
            TypeElement element = (TypeElement) ((DeclaredType) supertype).asElement();
            if (element.getKind() == ElementKind.INTERFACE
                    && Annotations.isDifferentiable(element)
                    && !found.contains(element)) {
                found.add(element);
            }
            collect(element, found);
        }
    }

    private void requireKept(TypeElement contract) {
        if (Annotations.isSecondOrder(contract) != Annotations.isSecondOrder(site.type())) {
            throw site.refuse(
                    site.type(), Message.CONTRACT_ORDER, site.type().getSimpleName(), contract.getSimpleName());
        } else if (Annotations.seeds(contract) != Annotations.seeds(site.type())) {
            throw site.refuse(
                    site.type(), Message.CONTRACT_SEEDS, site.type().getSimpleName(), contract.getSimpleName());
        } else if (site.type().getKind() == ElementKind.INTERFACE) {
            return;
        }
        List<ExecutableElement> own = ElementFilter.methodsIn(site.type().getEnclosedElements());
        for (ExecutableElement wanted : ElementFilter.methodsIn(contract.getEnclosedElements())) {
            if (Annotations.isDifferentiable(wanted)) {
                ExecutableElement method = own.stream()
                        .filter(candidate -> site.compiler().elements().overrides(candidate, wanted, site.type()))
                        .findFirst()
                        .orElseThrow(() -> site.refuse(
                                site.type(),
                                Message.CONTRACT_METHOD,
                                wanted.getSimpleName(),
                                contract.getSimpleName()));
                requireSame(method, wanted, contract);
            }
        }
    }

    private void requireSame(ExecutableElement method, ExecutableElement wanted, TypeElement contract) {
        if (!Annotations.isDifferentiable(method)) {
            throw site.refuse(method, Message.CONTRACT_METHOD, method.getSimpleName(), contract.getSimpleName());
        }
        Stems stems = new Stems(site);
        if (!stems.of(method).equals(stems.of(wanted))) {
            throw site.refuse(
                    method,
                    Message.OVERLOADED,
                    method.getSimpleName(),
                    contract.getSimpleName() + " alone calls them " + stems.of(wanted));
        }
        for (int i = 0; i < wanted.getParameters().size(); i++) {
            VariableElement ours = method.getParameters().get(i);
            VariableElement theirs = wanted.getParameters().get(i);
            boolean isNamedAlike = ours.getSimpleName().equals(theirs.getSimpleName())
                    || theirs.getSimpleName().contentEquals(UNKNOWN + i) && isNamedInGradient(ours, wanted, contract);
            if (!isNamedAlike || Annotations.isConstant(ours) != Annotations.isConstant(theirs)) {
                throw site.refuse(
                        ours,
                        Message.CONTRACT_PARAMETER,
                        ours.getSimpleName(),
                        contract.getSimpleName(),
                        (Annotations.isConstant(theirs) ? "@Constant " : "") + theirs.getSimpleName());
            }
        }
    }

    /** Whether the gradient that is generated for an interface in a jar calls an argument so, or has nothing to call. */
    private boolean isNamedInGradient(VariableElement ours, ExecutableElement wanted, TypeElement contract) {
        boolean isActive = !Annotations.isConstant(ours)
                && site.irTypes()
                        .of(ours.asType())
                        .filter(Type::carriesDerivative)
                        .isPresent();
        TypeElement gradient = site.compiler()
                .elements()
                .getTypeElement(site.irTypes()
                        .name(contract)
                        .generated(Protocol.GRADIENT)
                        .canonicalName());
        String derivative = Protocol.argument(
                new Stems(site).of(wanted), ours.getSimpleName().toString());
        return !isActive
                || gradient != null
                        && ElementFilter.methodsIn(gradient.getEnclosedElements()).stream()
                                .anyMatch(method -> method.getSimpleName().contentEquals(derivative));
    }
}
