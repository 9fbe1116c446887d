package dev.marquee.cf.device.choice;

import dev.marquee.cf.device.DeviceInfo;
import dev.marquee.cf.device.DeviceSettings;
import dev.marquee.cf.device.Driver;
import dev.marquee.cf.device.Findings;
import dev.marquee.cf.device.Findings.Found;
import dev.marquee.cf.device.cuda.CudaDriver;
import dev.marquee.cf.device.kernel.GeneratedKernels;
import dev.marquee.cf.device.kernel.KernelCode;
import dev.marquee.cf.device.opencl.OpenClDriver;
import dev.marquee.common.device.DeviceChoice;
import dev.marquee.common.error.InvalidRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the devices of this machine and chooses among them. Nothing is loaded before the first question; what was found
 * is kept for {@value #KEEP_SECONDS} seconds. Thread-safe.
 *
 * <p>
 * OpenCL comes before CUDA where both drive the same card.
 */
public final class Devices {
    static final int KEEP_SECONDS = 30;

    private final List<Driver> drivers;
    private @Nullable List<Findings> findings;
    private long foundAt;

    /** Looks with what the build provides besides, if anything, then with OpenCL, then with the CUDA driver. */
    public Devices(DeviceSettings settings) {
        this(Stream.concat(ProvidedDriver.all().stream(),
                Stream.of(new OpenClDriver(settings, () -> GeneratedKernels.of(KernelCode.Form.OPENCL)),
                        new CudaDriver(settings, () -> GeneratedKernels.of(KernelCode.Form.PTX))))
                .toList());
    }

    Devices(List<Driver> drivers) {
        this.drivers = drivers;
    }

    /** All that can be opened, in the order of preference within a kind. */
    public List<DeviceInfo> found() {
        return look().stream().flatMap(each -> each.devices().stream()).map(Found::info).toList();
    }

    /** One clause for each way to drive devices: what it found, or why nothing. */
    public String summary() {
        return look().stream().map(Findings::line).collect(Collectors.joining("; "));
    }

    /**
     * Chooses; nothing is opened yet.
     *
     * @throws InvalidRequest for {@code device} if there is no such device: in one line, what was looked for and what
     *             was found
     */
    public ChosenDevice choose(DeviceChoice wish) {
        return switch (wish) {
            case CPU -> ChosenDevice.cpuEngine("device=cpu was asked for");
            case GPU -> first(DeviceInfo::gpu).map(found -> chosen(found, "device=gpu was asked for"))
                    .orElseThrow(() -> refused("gpu was asked for, but there is no GPU here", look()));
            case OPENCL -> first(Devices::isOpenClGpu).or(() -> first(Devices::isOpenCl))
                    .map(found -> chosen(found, "device=opencl was asked for"))
                    .orElseThrow(
                            () -> refused("opencl was asked for, but there is no OpenCL device here", look().stream()
                                    .filter(each -> each.api() == DeviceInfo.Api.OPENCL).toList()));
            case AUTO ->
                first(DeviceInfo::gpu).map(found -> chosen(found, "device=auto takes a GPU where there is one"))
                        .orElseGet(() -> ChosenDevice.cpuEngine("device=auto found no GPU (" + summary() + ")"));
        };
    }

    private static ChosenDevice chosen(Found found, String why) {
        return ChosenDevice.of(found.info(), why, found.opener());
    }

    private static boolean isOpenCl(DeviceInfo info) {
        // TornadoVM's device is an OpenCL one, unless its SDK was built for CUDA, whose devices are GPUs.
        return info.api() == DeviceInfo.Api.OPENCL || info.api() == DeviceInfo.Api.TORNADOVM;
    }

    private static boolean isOpenClGpu(DeviceInfo info) {
        return isOpenCl(info) && info.gpu();
    }

    private static InvalidRequest refused(String what, List<Findings> looked) {
        String found = looked.stream().map(Findings::line).collect(Collectors.joining("; "));
        return new InvalidRequest("device", what + " (" + found + "). device=cpu always works.");
    }

    private Optional<Found> first(Predicate<DeviceInfo> wanted) {
        return look().stream().flatMap(each -> each.devices().stream()).filter(found -> wanted.test(found.info()))
                .findFirst();
    }

    private synchronized List<Findings> look() {
        if (findings == null || System.nanoTime() - foundAt > TimeUnit.SECONDS.toNanos(KEEP_SECONDS)) {
            List<Findings> all = new ArrayList<>();
            for (Driver driver : drivers) {
                all.add(driver.find());
            }
            findings = List.copyOf(all);
            foundAt = System.nanoTime();
        }
        return findings;
    }
}
