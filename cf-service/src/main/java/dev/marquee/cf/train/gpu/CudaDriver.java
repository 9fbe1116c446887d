package dev.marquee.cf.train.gpu;

/**
 * The CUDA driver through {@code libcuda}. Thread-safe.
 */
final class CudaDriver implements Driver {
    private final DeviceSettings settings;

    CudaDriver(DeviceSettings settings) {
        this.settings = settings;
    }

    @Override
    public Findings find() {
        try {
            NativeLibrary.open(settings.cudaLibrary());
            return Findings.nothing(DeviceInfo.Api.CUDA, settings.cudaLibrary() + " cannot be used by this version");
        } catch (NativeLibrary.Unusable e) {
            return Findings.nothing(DeviceInfo.Api.CUDA, e.getMessage());
        }
    }
}
