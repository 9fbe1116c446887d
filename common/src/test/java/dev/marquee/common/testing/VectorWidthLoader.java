package dev.marquee.common.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;

/**
 * Loads our classes anew, and in place of {@code SPECIES_PREFERRED} they read the species of a certain width. As in
 * production it is a constant from the beginning, so the code under test needs no parameter for the sake of tests.
 */
final class VectorWidthLoader extends ClassLoader {
    private static final String OURS = "dev.marquee.";
    private static final String VECTORS = "jdk/incubator/vector/";

    private final int bits;
    private final ClassFile classFile;

    VectorWidthLoader(int bits, ClassLoader parent) {
        super("vectors of " + bits + " bits", parent);
        this.bits = bits;
        this.classFile = ClassFile
                .of(ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(parent)));
    }

    Class<?> load(Class<?> type) {
        try {
            return loadClass(type.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(type + " cannot be loaded anew", e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] narrowed = classFile.transformClass(classFile.parse(file.readAllBytes()),
                    ClassTransform.transformingMethodBodies(this::narrow));
            return defineClass(name, narrowed, 0, narrowed.length);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private void narrow(CodeBuilder code, CodeElement element) {
        if (element instanceof FieldInstruction field && field.opcode() == Opcode.GETSTATIC
                && field.owner().asInternalName().startsWith(VECTORS)
                && field.name().equalsString("SPECIES_PREFERRED")) {
            code.getstatic(field.owner().asSymbol(), "SPECIES_" + bits, field.typeSymbol());
        } else {
            code.with(element);
        }
    }
}
