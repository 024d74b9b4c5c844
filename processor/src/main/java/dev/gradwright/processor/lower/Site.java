package dev.gradwright.processor.lower;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import dev.gradwright.processor.diagnostic.Diagnostic;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.diagnostic.Refusal;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.javac.Compiler;
import dev.gradwright.processor.javac.Signatures;
import dev.gradwright.processor.javac.SourceFile;
import dev.gradwright.processor.resolve.Import;
import dev.gradwright.processor.resolve.IrTypes;
import dev.gradwright.processor.resolve.Members;
import dev.gradwright.processor.resolve.Overloads;
import dev.gradwright.processor.resolve.TypeNames;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** The class that is being read, and what its reading needs: its file, the meaning of names, and where decisions are noted. */
final class Site {

    private final Compiler compiler;
    private final TypeElement type;
    private final SourceFile file;
    private final TypeNames names;
    private final IrTypes irTypes;
    private final Members members;
    private final Overloads overloads;

    Site(Compiler compiler, TypeElement type, SourceFile file) {
        this.compiler = compiler;
        this.type = type;
        this.file = file;
        this.names = new TypeNames(compiler.elements(), type, imports(file));
        this.irTypes = new IrTypes(compiler.elements(), compiler.types());
        this.members = new Members(compiler.elements());
        this.overloads = new Overloads(compiler.types());
    }

    TypeElement type() {
        return type;
    }

    Compiler compiler() {
        return compiler;
    }

    TypeNames names() {
        return names;
    }

    IrTypes irTypes() {
        return irTypes;
    }

    Members members() {
        return members;
    }

    Overloads overloads() {
        return overloads;
    }

    String packageName() {
        return compiler.elements().getPackageOf(type).getQualifiedName().toString();
    }

    /** Whether generated code, which lives in the same package, can name a member. */
    boolean isReachable(Element member) {
        return members.isVisibleInPackage(member, compiler.elements().getPackageOf(type));
    }

    Position position(Tree tree) {
        return file.position(tree);
    }

    Position position(Element element) {
        return compiler.position(element);
    }

    Refusal refuse(Tree tree, Message message, Object... arguments) {
        return new Refusal(Diagnostic.of(message, position(tree), arguments));
    }

    Refusal refuse(Element element, Message message, Object... arguments) {
        return new Refusal(Diagnostic.of(message, position(element), arguments));
    }

    /** Notes what an expression was taken for, to be compared with the compiler's view. */
    void decideType(Tree tree, Type decided) {
        compiler.decisions().type(tree, Signatures.of(irTypes.mirror(decided), compiler.types()));
    }

    /** Notes which field or method an expression was taken to name. */
    void decideElement(Tree tree, Element element) {
        compiler.decisions().element(tree, Signatures.of(element, compiler.types()));
    }

    /** Notes that an expression was taken to name a local variable. */
    void decideLocal(Tree tree, String name) {
        compiler.decisions().element(tree, "." + name);
    }

    /** The type that a type's tree means. */
    Type typeOf(Tree tree) {
        return mirrorOf(tree).flatMap(irTypes::of).orElseThrow(() -> refuse(tree, Message.UNSUPPORTED_TYPE, tree));
    }

    /** The class that a name means. */
    Optional<TypeElement> classNamed(Tree tree) {
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

    private Optional<TypeMirror> mirrorOf(Tree tree) {
        if (tree instanceof PrimitiveTypeTree primitive) {
            return primitive.getPrimitiveTypeKind().isPrimitive()
                    ? Optional.of(compiler.types().getPrimitiveType(primitive.getPrimitiveTypeKind()))
                    : Optional.of(compiler.types().getNoType(primitive.getPrimitiveTypeKind()));
        } else if (tree instanceof ArrayTypeTree array) {
            return mirrorOf(array.getType()).map(compiler.types()::getArrayType);
        }
        return classNamed(tree).map(Element::asType);
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
