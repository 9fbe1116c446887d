package dev.marquee.cf.device.opencl;

import dev.marquee.cf.device.DeviceInfo;
import dev.marquee.cf.device.DeviceSettings;
import dev.marquee.cf.device.Driver;
import dev.marquee.cf.device.DriverFailed;
import dev.marquee.cf.device.Findings;
import dev.marquee.cf.device.Findings.Found;
import dev.marquee.cf.device.HostMemory;
import dev.marquee.cf.device.NativeDevice;
import dev.marquee.cf.device.NativeLibrary;
import dev.marquee.cf.device.NativeLibrary.Unusable;
import dev.marquee.cf.device.kernel.KernelPrograms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * OpenCL through {@code libOpenCL}: every platform and every device, dedicated GPUs first, then other GPUs, then the
 * rest. Thread-safe.
 */
public final class OpenClDriver implements Driver {
    private static final int LARGEST_GROUP = 256;

    private final DeviceSettings settings;
    private final Supplier<KernelPrograms> programs;
    private @Nullable NativeLibrary library;
    private @Nullable OpenClQueries queries;

    public OpenClDriver(DeviceSettings settings, Supplier<KernelPrograms> programs) {
        this.settings = settings;
        this.programs = programs;
    }

    @Override
    public synchronized Findings find() {
        try {
            if (queries == null) {
                PoclSignals.keepJavasOwn();
                library = NativeLibrary.open(settings.openClLibrary());
                queries = new OpenClQueries(library);
            }
            return lookThrough(queries);
        } catch (Unusable | DriverFailed e) {
            return Findings.nothing(DeviceInfo.Api.OPENCL, String.valueOf(e.getMessage()));
        }
    }

    private Findings lookThrough(OpenClQueries from) {
        List<Candidate> usable = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (long platform : from.platforms()) {
            String driver = from.platformText(platform, OpenClQueries.PLATFORM_NAME);
            for (long handle : from.devices(platform)) {
                Candidate candidate = Candidate.of(from, platform, driver, handle);
                if (candidate.problem().isEmpty()) {
                    usable.add(candidate);
                } else {
                    problems.add(candidate.info().name() + " " + candidate.problem());
                }
            }
        }
        if (usable.isEmpty() && problems.isEmpty()) {
            problems.add(
                    settings.openClLibrary() + " is there, but it knows of no device: no driver is registered with it");
        }
        // Stable: in the order of the platforms otherwise.
        usable.sort(
                Comparator.comparing((Candidate each) -> !each.info().gpu()).thenComparing(Candidate::sharesMemory));
        return new Findings(DeviceInfo.Api.OPENCL, usable.stream().map(this::found).toList(),
                String.join(", ", problems));
    }

    private Found found(Candidate candidate) {
        NativeLibrary from = Objects.requireNonNull(library);
        DeviceInfo info = candidate.info();
        return new Found(info, () -> new NativeDevice(info, settings.memoryLimit(), programs.get(),
                () -> OpenClSession.open(from, candidate.platform(), candidate.handle(), candidate::freeBytes)));
    }

    /** A device as it was listed; without a problem if it can be used. */
    private record Candidate(long platform, long handle, DeviceInfo info, boolean sharesMemory, String problem) {

        static Candidate of(OpenClQueries from, long platform, String driver, long handle) {
            boolean gpu = (from.deviceNumber(handle, OpenClQueries.DEVICE_TYPE) & OpenClQueries.GPU) != 0;
            DeviceInfo info = new DeviceInfo(DeviceInfo.Api.OPENCL,
                    from.deviceText(handle, OpenClQueries.DEVICE_NAME),
                    driver + " " + from.deviceText(handle, OpenClQueries.DRIVER_VERSION), gpu,
                    from.deviceNumber(handle, OpenClQueries.GLOBAL_MEMORY),
                    from.deviceNumber(handle, OpenClQueries.LARGEST_ALLOCATION),
                    (int) from.deviceNumber(handle, OpenClQueries.COMPUTE_UNITS));
            return new Candidate(platform, handle, info,
                    from.deviceNumber(handle, OpenClQueries.SHARES_HOST_MEMORY) != 0, problem(from, handle));
        }

        long freeBytes(long used) {
            long own = info.memoryBytes() - used;
            return sharesMemory ? Math.min(own, new HostMemory(Path.of("/")).available()) : own;
        }

        private static String problem(OpenClQueries from, long handle) {
            if (from.deviceNumber(handle, OpenClQueries.AVAILABLE) == 0) {
                return "is not available";
            }
            if (from.deviceNumber(handle, OpenClQueries.COMPILER_AVAILABLE) == 0) {
                return "has no compiler";
            }
            long group = from.deviceNumber(handle, OpenClQueries.LARGEST_WORK_GROUP);
            return group >= LARGEST_GROUP ? "" : "runs only " + group + " work-items in a group, not " + LARGEST_GROUP;
        }
    }
}
