package dev.marquee.cf.device.cuda;

import dev.marquee.cf.device.NativeFunction;

/**
 * The functions of the CUDA driver that are called, by their names of today's binary interface. Handles and device
 * addresses are 64 bits.
 */
enum CudaFunction implements NativeFunction {
    INIT("cuInit", "i:i"), DRIVER_VERSION("cuDriverGetVersion", "i:p"), ERROR_NAME("cuGetErrorName", "i:ip"),
    DEVICE_COUNT("cuDeviceGetCount", "i:p"), DEVICE("cuDeviceGet", "i:pi"), DEVICE_NAME("cuDeviceGetName", "i:pii"),
    DEVICE_MEMORY("cuDeviceTotalMem_v2", "i:pi"), DEVICE_ATTRIBUTE("cuDeviceGetAttribute", "i:pii"),
    RETAIN_CONTEXT("cuDevicePrimaryCtxRetain", "i:pi"), RELEASE_CONTEXT("cuDevicePrimaryCtxRelease_v2", "i:i"),
    SET_CONTEXT("cuCtxSetCurrent", "i:l"), FINISH("cuCtxSynchronize", "i:"), FREE_MEMORY("cuMemGetInfo_v2", "i:pp"),
    ALLOCATE("cuMemAlloc_v2", "i:pl"), FREE("cuMemFree_v2", "i:l"), FILL("cuMemsetD32_v2", "i:lil"),
    WRITE("cuMemcpyHtoD_v2", "i:lpl"), READ("cuMemcpyDtoH_v2", "i:pll"), LOAD_MODULE("cuModuleLoadDataEx", "i:ppipp"),
    UNLOAD_MODULE("cuModuleUnload", "i:l"), GET_KERNEL("cuModuleGetFunction", "i:plp"),
    RUN_KERNEL("cuLaunchKernel", "i:liiiiiiilpp");

    private final String symbol;
    private final String shape;

    CudaFunction(String symbol, String shape) {
        this.symbol = symbol;
        this.shape = shape;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public String shape() {
        return shape;
    }
}
