package dev.marquee.cf.device.cuda;

import dev.marquee.cf.device.DeviceInfo;
import dev.marquee.cf.device.DeviceSettings;
import dev.marquee.cf.device.Driver;
import dev.marquee.cf.device.DriverFailed;
import dev.marquee.cf.device.Findings;
import dev.marquee.cf.device.Findings.Found;
import dev.marquee.cf.device.NativeDevice;
import dev.marquee.cf.device.NativeLibrary;
import dev.marquee.cf.device.NativeLibrary.Unusable;
import dev.marquee.cf.device.kernel.KernelPrograms;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The CUDA driver through {@code libcuda}: all its devices, in its own order, which is the fastest first. Thread-safe.
 */
public final class CudaDriver implements Driver {
    private final DeviceSettings settings;
    private final Supplier<KernelPrograms> programs;
    private @Nullable NativeLibrary library;
    private @Nullable CudaQueries queries;

    public CudaDriver(DeviceSettings settings, Supplier<KernelPrograms> programs) {
        this.settings = settings;
        this.programs = programs;
    }

    @Override
    public synchronized Findings find() {
        try {
            if (queries == null) {
                library = NativeLibrary.open(settings.cudaLibrary());
                queries = new CudaQueries(library);
            }
            queries.init();
            String version = "driver of CUDA " + queries.version();
            List<Found> found = new ArrayList<>();
            int devices = queries.devices();
            for (int place = 0; place < devices; place++) {
                found.add(found(queries, place, version));
            }
            return new Findings(DeviceInfo.Api.CUDA, found,
                    devices > 0 ? "" : settings.cudaLibrary() + " is there, but it knows of no device");
        } catch (Unusable | DriverFailed e) {
            return Findings.nothing(DeviceInfo.Api.CUDA, String.valueOf(e.getMessage()));
        }
    }

    private Found found(CudaQueries from, int place, String version) {
        int device = from.device(place);
        long memory = from.memory(device);
        DeviceInfo info = new DeviceInfo(DeviceInfo.Api.CUDA, from.name(device), version, true, memory, memory,
                from.multiprocessors(device));
        NativeLibrary of = Objects.requireNonNull(library);
        return new Found(info, () -> new NativeDevice(info, settings.memoryLimit(), programs.get(),
                () -> CudaSession.open(of, device)));
    }
}
