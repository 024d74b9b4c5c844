package dev.gradwright.processor.lower.site;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WildcardTree;
import dev.gradwright.processor.diagnostic.Diagnostic;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.diagnostic.Refusal;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.javac.Compiler;
import dev.gradwright.processor.javac.Signatures;
import dev.gradwright.processor.javac.SourceFile;
import dev.gradwright.processor.resolve.Import;
import dev.gradwright.processor.resolve.Inference;
import dev.gradwright.processor.resolve.IrTypes;
import dev.gradwright.processor.resolve.Members;
import dev.gradwright.processor.resolve.Overloads;
import dev.gradwright.processor.resolve.TypeNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The class that is being read, and what its reading needs: its file, the meaning of names, and where decisions are noted. */
public final class Site {

    private final Compiler compiler;
    private final TypeElement home;
    private final TypeElement type;
    private final SourceFile file;
    private final TypeNames names;
    private final IrTypes irTypes;
    private final Members members;
    private final Overloads overloads;
    private final Inference inference;
    private final Map<Element, Type> bindings;

    public Site(Compiler compiler, TypeElement type, SourceFile file) {
        this(compiler, type, type, file, Map.of());
    }

    private Site(Compiler compiler, TypeElement home, TypeElement type, SourceFile file, Map<Element, Type> bindings) {
        this.compiler = compiler;
        this.home = home;
        this.type = type;
        this.file = file;
        this.names = new TypeNames(compiler.elements(), type, imports(file));
        this.irTypes = new IrTypes(compiler.elements(), compiler.types(), this::isFollowed, bindings);
        this.members = new Members(compiler.elements());
        this.overloads = new Overloads(compiler.types());
        this.inference = new Inference(compiler.types());
        this.bindings = bindings;
    }

    /** The class that a gradient is made for. */
    public TypeElement home() {
        return home;
    }

    /** The class whose code is read just now. */
    public TypeElement type() {
        return type;
    }

    /** The same for code of another class of the same file. */
    public Site inside(TypeElement other) {
        return other.equals(type)
                ? this
                : new Site(compiler, home, other, compiler.fileOf(other).orElse(file), bindings);
    }

    /** The same for code whose type parameters stand for some types. */
    public Site with(Map<Element, Type> typeArguments) {
        return typeArguments.equals(bindings) ? this : new Site(compiler, home, type, file, typeArguments);
    }

    /** What the type parameters of the code that is read stand for. */
    public List<Type> typeArguments() {
        return List.copyOf(bindings.values());
    }

    /** Whether the code that is read has type parameters. */
    public boolean isGeneric() {
        return !bindings.isEmpty();
    }

    /** Whether a class belongs to EJML. */
    public boolean isOfEjml(TypeElement other) {
        return irTypes().name(other).packageName().startsWith("org.ejml");
    }

    /** Whether methods of a class are followed into their bodies: those of one top-level class are. */
    public boolean isFollowed(TypeElement other) {
        return members.outermost(other).equals(members.outermost(home));
    }

    public Compiler compiler() {
        return compiler;
    }

    public TypeNames names() {
        return names;
    }

    public IrTypes irTypes() {
        return irTypes;
    }

    public Members members() {
        return members;
    }

    public Overloads overloads() {
        return overloads;
    }

    public Inference inference() {
        return inference;
    }

    /** The compiler's type of a value. */
    public TypeMirror mirror(Expression value) {
        boolean isOpen = value instanceof Expression.Null
                || value.type() instanceof Type.Closure closure
                        && closure.contract().isEmpty();
        return isOpen ? compiler.types().getNullType() : irTypes.mirror(value.type());
    }

    /** A class of the library. */
    public TypeMirror named(String name) {
        return compiler.elements().getTypeElement(name).asType();
    }

    /** The package that generated code is in. */
    public String packageName() {
        return compiler.elements().getPackageOf(home).getQualifiedName().toString();
    }

    /** Whether generated code, which lives in the same package, can name a member. */
    public boolean isReachable(Element member) {
        return members.isVisibleInPackage(member, compiler.elements().getPackageOf(home));
    }

    public Position position(Tree tree) {
        return file.position(tree);
    }

    Position position(Element element) {
        return compiler.position(element);
    }

    /** Whether an exception must be declared by methods that may throw it. */
    public boolean isChecked(TypeMirror exception) {
        return Stream.of("java.lang.RuntimeException", "java.lang.Error")
                .map(name -> compiler.elements().getTypeElement(name).asType())
                .noneMatch(unchecked -> compiler.types().isSubtype(exception, unchecked));
    }

    public Refusal refuse(Tree tree, Message message, Object... arguments) {
        return new Refusal(Diagnostic.of(message, position(tree), arguments));
    }

    public Refusal refuse(Element element, Message message, Object... arguments) {
        return new Refusal(Diagnostic.of(message, position(element), arguments));
    }

    /** Notes what an expression was taken for, to be compared with the compiler's view. */
    public void decideType(Tree tree, Type decided) {
        decideType(tree, irTypes.mirror(decided));
    }

    /** Notes the type that an expression was taken to have. */
    public void decideType(Tree tree, TypeMirror decided) {
        compiler.decisions().type(tree, Signatures.of(decided, compiler.types()));
    }

    /** Notes which field or method an expression was taken to name. */
    public void decideElement(Tree tree, Element element) {
        compiler.decisions().element(tree, Signatures.of(element, compiler.types()));
    }

    /** Notes that an expression was taken to name a local variable. */
    public void decideLocal(Tree tree, String name) {
        compiler.decisions().element(tree, "." + name);
    }

    /** The type that a type's tree means. */
    public Type typeOf(Tree tree) {
        Type type = mirrorOf(tree).flatMap(irTypes::of).orElseThrow(() -> refuse(tree, Message.UNSUPPORTED_TYPE, tree));
        requireNameable(type, tree);
        return type;
    }

    /** Refuses a type that generated code, which lives in the same package, cannot name. */
    public void requireNameable(Type type, Tree tree) {
        unnameable(type).ifPresent(name -> {
            throw refuse(tree, Message.INACCESSIBLE, name, packageName());
        });
    }

    /** Refuses the type of a declaration that generated code cannot name. */
    public void requireNameable(Type type, Element declaration) {
        unnameable(type).ifPresent(name -> {
            throw refuse(declaration, Message.INACCESSIBLE, name, packageName());
        });
    }

    private Optional<String> unnameable(Type type) {
        if (type instanceof Type.ArrayOf array) {
            return unnameable(array.element());
        }
        if (!(type instanceof Type.Opaque opaque)) {
            return Optional.empty();
        }
        TypeElement element = compiler.elements().getTypeElement(opaque.name().canonicalName());
        if (!isReachable(element)) {
            return Optional.of(opaque.name().simpleName());
        }
        return opaque.arguments().stream()
                .flatMap(argument -> unnameable(argument.type()).stream())
                .findFirst();
    }

    /** The types of a library method's parameters; void for one that no rule can have. */
    public List<Type> parameterTypes(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> irTypes.ofParameter(parameter.asType()).orElse(Type.VOID))
                .toList();
    }

    /** The class that a name means. */
    public Optional<TypeElement> classNamed(Tree tree) {
        return dotted(tree).flatMap(names::find);
    }

    /** The text of a name or a dotted name. */
    static Optional<String> dotted(Tree tree) {
        if (tree instanceof IdentifierTree identifier) {
            return Optional.of(identifier.getName().toString());
        } else if (tree instanceof MemberSelectTree select) {
            return dotted(select.getExpression()).map(prefix -> prefix + "." + select.getIdentifier());
        }
        return Optional.empty();
    }

    public static boolean isThis(Tree tree) {
        return tree instanceof IdentifierTree identifier && identifier.getName().contentEquals("this");
    }

    public static boolean isSuper(Tree tree) {
        return tree instanceof IdentifierTree identifier && identifier.getName().contentEquals("super");
    }

    /** The compiler's type that a type's tree means. */
    public Optional<TypeMirror> mirrorOf(Tree tree) {
        if (tree instanceof PrimitiveTypeTree primitive) {
            return primitive.getPrimitiveTypeKind().isPrimitive()
                    ? Optional.of(compiler.types().getPrimitiveType(primitive.getPrimitiveTypeKind()))
                    : Optional.of(compiler.types().getNoType(primitive.getPrimitiveTypeKind()));
        } else if (tree instanceof ArrayTypeTree array) {
            return mirrorOf(array.getType()).map(compiler.types()::getArrayType);
        } else if (tree instanceof ParameterizedTypeTree parameterized) {
            return parameterized(parameterized);
        } else if (tree instanceof WildcardTree wildcard) {
            return wildcard(wildcard);
        }
        Optional<TypeMirror> variable = bindings.keySet().stream()
                .filter(parameter -> tree instanceof IdentifierTree name
                        && parameter.getSimpleName().equals(name.getName()))
                .findFirst()
                .map(Element::asType);
        // without arguments a generic class means the raw type
        return variable.isPresent()
                ? variable
                : classNamed(tree).map(element -> compiler.types().getDeclaredType(element));
    }

    private Optional<TypeMirror> parameterized(ParameterizedTypeTree tree) {
        List<TypeMirror> arguments = tree.getTypeArguments().stream()
                .flatMap(argument -> mirrorOf(argument).stream())
                .toList();
        return classNamed(tree.getType())
                .filter(element -> arguments.size() == tree.getTypeArguments().size()
                        && element.getTypeParameters().size() == arguments.size())
                .map(element -> compiler.types().getDeclaredType(element, arguments.toArray(TypeMirror[]::new)));
    }

    private Optional<TypeMirror> wildcard(WildcardTree tree) {
        Types types = compiler.types();
        if (tree.getBound() == null) {
            return Optional.of(types.getWildcardType(null, null));
        }
        boolean isUpper = tree.getKind() == Tree.Kind.EXTENDS_WILDCARD;
        return mirrorOf(tree.getBound())
                .map(bound -> types.getWildcardType(isUpper ? bound : null, isUpper ? null : bound));
    }

    private static List<Import> imports(SourceFile file) {
        return file.imports().stream()
                .map(tree -> {
                    String name = tree.getQualifiedIdentifier().toString();
                    boolean onDemand = name.endsWith(".*");
                    return new Import(
                            onDemand ? name.substring(0, name.length() - 2) : name, tree.isStatic(), onDemand);
                })
                .toList();
    }
}
