package dev.marquee.cf.device;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A C library that was loaded by its name. It is never unloaded: drivers leave threads behind.
 *
 * <p>
 * The shape of a function is a word: what it returns, a colon, and its parameters, {@code i} for 32 bits, {@code l} for
 * 64 bits and handles, {@code p} for the address of memory. A native executable has only the shapes that
 * {@code reachability-metadata.json} names.
 */
public final class NativeLibrary {
    private final String name;
    private final SymbolLookup symbols;

    private NativeLibrary(String name, SymbolLookup symbols) {
        this.name = name;
        this.symbols = symbols;
    }

    /** @throws Unusable if there is no such library or it may not be loaded */
    public static NativeLibrary open(String name) {
        try {
            return new NativeLibrary(name, SymbolLookup.libraryLookup(name, Arena.global()));
        } catch (IllegalArgumentException e) {
            throw new Unusable("there is no library " + name);
        } catch (IllegalCallerException e) {
            throw new Unusable("this Java may not load " + name + ": it wants --enable-native-access=ALL-UNNAMED");
        }
    }

    /** The C library of this process. */
    public static NativeLibrary standard() {
        return new NativeLibrary("libc", Linker.nativeLinker().defaultLookup());
    }

    /** @throws Unusable if the library has no such function */
    public MethodHandle function(NativeFunction function) {
        return Linker.nativeLinker().downcallHandle(
                symbols.find(function.symbol())
                        .orElseThrow(() -> new Unusable("the library " + name + " has no " + function.symbol())),
                descriptor(function.shape()));
    }

    static FunctionDescriptor descriptor(String shape) {
        MemoryLayout[] parameters = shape.substring(2).chars().mapToObj(NativeLibrary::layout)
                .toArray(MemoryLayout[]::new);
        return FunctionDescriptor.of(layout(shape.charAt(0)), parameters);
    }

    private static ValueLayout layout(int letter) {
        return switch (letter) {
            case 'i' -> ValueLayout.JAVA_INT;
            case 'l' -> ValueLayout.JAVA_LONG;
            case 'p' -> ValueLayout.ADDRESS;
            default -> throw new IllegalArgumentException("no such letter: " + (char) letter);
        };
    }

    /**
     * For what a method handle is declared to throw: unchecked exceptions as they are, anything else is a mistake of
     * ours.
     */
    public static RuntimeException unexpected(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException exception -> exception;
            case Error error -> throw error;
            default -> new IllegalStateException("a native call does not fit its shape", thrown);
        };
    }

    /** Numbers in native memory, copied as a whole: in a native executable one number alone is slow to set. */
    public static MemorySegment longs(Arena arena, long... numbers) {
        return arena.allocateFrom(ValueLayout.JAVA_LONG, numbers);
    }

    /** A text of C: at most so many bytes, to the first 0. */
    public static String text(MemorySegment from, long bytes) {
        byte[] all = from.asSlice(0, Math.min(bytes, from.byteSize())).toArray(ValueLayout.JAVA_BYTE);
        int end = 0;
        while (end < all.length && all[end] != 0) {
            end++;
        }
        return new String(all, 0, end, StandardCharsets.UTF_8).strip();
    }

    /** The library cannot be used; the message is a clause for people. */
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }

        /** Never {@code null}. */
        @Override
        public String getMessage() {
            return Objects.requireNonNull(super.getMessage());
        }
    }
}
