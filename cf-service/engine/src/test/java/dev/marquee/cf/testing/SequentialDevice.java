package dev.marquee.cf.testing;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceArray;
import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInfo;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.index.SearchTwins;
import dev.marquee.cf.train.als.AlsTwins;
import dev.marquee.cf.train.ials.IalsTwins;
import dev.marquee.cf.train.ondevice.SharedTwins;
import dev.marquee.cf.train.prior.PriorTwins;
import dev.marquee.cf.train.sgd.SgdTwins;
import dev.marquee.common.error.TrainingFailed;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs every kernel's sequential twin over plain arrays: what the compiled kernels are compared with, and a device for
 * tests of trainers which needs no driver. Checks what a driver would not: the number of arguments, their kinds, and
 * that an array is neither of another device nor freed. A twin works only on the work-groups that were asked for, so
 * too few are noticed.
 */
public final class SequentialDevice implements Device {
    private static final Map<Kernel, Consumer<TwinCall>> TWINS = Stream
            .of(AlsTwins.ALL, IalsTwins.ALL, SgdTwins.ALL, PriorTwins.ALL, SharedTwins.ALL, SearchTwins.ALL)
            .flatMap(twins -> twins.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private final DeviceInfo info;
    private final long memory;
    private long used;
    private boolean closed;
    private int launches;
    private int failAt = -1;

    /** With a gigabyte of memory. */
    public SequentialDevice() {
        this(1L << 30);
    }

    /** @param memory bytes; an array that does not fit into what is left of them is refused as on a real device */
    public SequentialDevice(long memory) {
        this.memory = memory;
        this.info = new DeviceInfo(DeviceInfo.Api.OPENCL, "sequential", "plain Java", false, memory, memory, 1);
    }

    /** Lets the launch after as many others fail, as on a device that is lost. */
    public SequentialDevice failAfter(int launches) {
        failAt = this.launches + launches;
        return this;
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public DeviceFloats floats(int size) {
        return new HeapFloats(this, take(size));
    }

    @Override
    public DeviceInts ints(int size) {
        return new HeapInts(this, take(size));
    }

    private int take(int size) {
        checkOpen();
        if (size * 4L > memory - used) {
            throw new TrainingFailed(info.line() + " has no room for " + size * 4L + " bytes: " + (memory - used)
                    + " of " + memory + " are free. Choose fewer factors or another device.");
        }
        used += size * 4L;
        return size;
    }

    void giveBack(int size) {
        used -= size * 4L;
    }

    /** Bytes of the arrays that were not given back. */
    public long usedBytes() {
        return used;
    }

    @Override
    public long freeBytes() {
        return memory - used;
    }

    @Override
    public void launch(Kernel kernel, int factors, int groups, DeviceArray... arguments) {
        checkOpen();
        if (launches++ == failAt) {
            throw new TrainingFailed(info.line() + " does not answer: " + kernel.method() + " was not run");
        }
        check(kernel, factors, groups, arguments);
        for (int group = 0; group < groups; group++) {
            TWINS.get(kernel).accept(new TwinCall(factors, kernel.groupSize(factors), group, arguments));
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the device was closed");
        }
    }

    private void check(Kernel kernel, int factors, int groups, DeviceArray[] arguments) {
        require(kernel.compiledFor().contains(factors),
                kernel + " is not compiled for " + factors + " factors");
        require(groups > 0, kernel + " with " + groups + " work-groups");
        require(arguments.length == kernel.arguments().size(),
                kernel + " has " + kernel.arguments().size() + " arguments, not " + arguments.length);
        for (int i = 0; i < arguments.length; i++) {
            Kernel.Argument argument = kernel.arguments().get(i);
            boolean fits = switch (arguments[i]) {
                case HeapFloats floats -> !argument.ints() && floats.usableOn(this);
                case HeapInts ints -> argument.ints() && ints.usableOn(this);
                default -> false;
            };
            require(fits,
                    kernel + ": argument " + argument.name() + " is of the wrong kind, freed or another device's");
        }
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    @Override
    public void finish() {
        checkOpen();
    }

    @Override
    public void close() {
        closed = true;
    }
}
