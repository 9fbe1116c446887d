package dev.marquee.cf.device.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * What a kernel keeps, whoever runs it: its arguments and its work-groups. What it computes is said where it is
 * declared, beside the code that starts it. Immutable; two kernels are the same only if they are one object.
 *
 * <p>
 * Factors are row-major, K numbers a row; a model of fewer factors has zeros behind them, which all kernels leave
 * zeros. K is compiled in; all sizes and settings come in arrays, so that one compiled kernel serves every problem.
 * Index arithmetic is 32-bit. All work-groups are one-dimensional. Sums are formed in an order that depends on nothing
 * but the arguments, so the same device gives the same numbers to the bit.
 *
 * <p>
 * <b>Segments.</b> A row's entries are worked on in pieces, so that no work-group has much more to do than another:
 * three integers a segment, the row, the first entry and the entry after the last, in entries of the arrays given.
 */
public final class Kernel {
    /** What most kernels are compiled for. A model of other than these is computed with the next larger one. */
    public static final List<Integer> FACTORS = List.of(16, 32, 64, 128);
    /** What those are compiled for that keep no matrix of K×K numbers in a work-group's memory. */
    public static final List<Integer> WIDE_FACTORS = List.of(16, 32, 64, 128, 256);
    private static final List<Integer> ANY_FACTORS = List.of(0);

    private final String method;
    private final String source;
    private final List<Integer> compiledFor;
    private final IntUnaryOperator groupSize;
    private final List<Argument> arguments;

    /** An argument: its name and whether it holds integers. */
    public record Argument(String name, boolean ints) {

        /** @param text name and {@code :i} or {@code :f} */
        static Argument parse(String text) {
            return new Argument(text.substring(0, text.length() - 2), text.endsWith(":i"));
        }

        String text() {
            return name + (ints ? ":i" : ":f");
        }
    }

    private Kernel(String method, String source, List<Integer> compiledFor, IntUnaryOperator groupSize,
            String... arguments) {
        this.method = method;
        this.source = source;
        this.compiledFor = compiledFor;
        this.groupSize = groupSize;
        this.arguments = Arrays.stream(arguments).map(Argument::parse).toList();
    }

    /**
     * One that is compiled for each of {@link #FACTORS}.
     *
     * @param method its Java method
     * @param source the method's class, in {@code dev.marquee.cf.kernels}
     * @param groupSize work-items of a work-group by K
     * @param arguments names of its arrays, in order, each with {@code :f} or {@code :i}
     */
    public static Kernel perFactors(String method, String source, IntUnaryOperator groupSize, String... arguments) {
        return perFactors(FACTORS, method, source, groupSize, arguments);
    }

    /**
     * One that is compiled for each of these; see {@link #perFactors(String, String, IntUnaryOperator, String...)}.
     *
     * @param factors ascending
     */
    public static Kernel perFactors(List<Integer> factors, String method, String source, IntUnaryOperator groupSize,
            String... arguments) {
        return new Kernel(method, source, List.copyOf(factors), groupSize, arguments);
    }

    /** One that does not depend on K; see {@link #perFactors(String, String, IntUnaryOperator, String...)}. */
    public static Kernel forAllFactors(String method, String source, int groupSize, String... arguments) {
        return new Kernel(method, source, ANY_FACTORS, factors -> groupSize, arguments);
    }

    /** Whether there is one for each of several numbers of factors. */
    public boolean perFactors() {
        return !compiledFor.equals(ANY_FACTORS);
    }

    /** What it is compiled for, ascending: numbers of factors, or 0 alone where it does not depend on them. */
    public List<Integer> compiledFor() {
        return compiledFor;
    }

    /** In order. */
    public List<Argument> arguments() {
        return arguments;
    }

    /** The name of its Java method and of its compiled form: {@code alsNormal}. */
    public String method() {
        return method;
    }

    /** The class of its Java method, in {@code dev.marquee.cf.kernels}. */
    public String source() {
        return source;
    }

    /**
     * The name in the manifest: {@code alsNormal64}, {@code axpy}.
     *
     * @param factors K; not looked at for a kernel that does not depend on it
     */
    public String name(int factors) {
        return perFactors() ? method + factors : method;
    }

    /** Work-items of a work-group. */
    public int groupSize(int factors) {
        return groupSize.applyAsInt(factors);
    }

    @Override
    public String toString() {
        return method;
    }

    /** The smallest of {@link #FACTORS} that is enough for a model; 0 if none is. */
    public static int compiledFor(int factors) {
        return fitting(FACTORS, factors);
    }

    /**
     * The smallest that is enough for a model; 0 if none is.
     *
     * @param compiled numbers of factors, ascending
     */
    public static int fitting(List<Integer> compiled, int factors) {
        return compiled.stream().filter(each -> each >= factors).findFirst().orElse(0);
    }

    /** The numbers of factors that all of these kernels serve, ascending. */
    public static List<Integer> compiledForAll(List<Kernel> kernels) {
        return WIDE_FACTORS.stream().filter(factors -> kernels.stream()
                .allMatch(kernel -> !kernel.perFactors() || kernel.compiledFor.contains(factors))).toList();
    }
}
