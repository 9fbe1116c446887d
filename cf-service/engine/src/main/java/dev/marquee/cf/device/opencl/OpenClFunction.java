package dev.marquee.cf.device.opencl;

import dev.marquee.cf.device.NativeFunction;

/**
 * The functions of OpenCL 1.2 that are called. Handles ({@code cl_mem} and the like), {@code size_t} and
 * {@code cl_ulong} are 64 bits.
 */
enum OpenClFunction implements NativeFunction {
    GET_PLATFORM_IDS("clGetPlatformIDs", "i:ipp"), GET_PLATFORM_INFO("clGetPlatformInfo", "i:lilpp"),
    GET_DEVICE_IDS("clGetDeviceIDs", "i:llipp"), GET_DEVICE_INFO("clGetDeviceInfo", "i:lilpp"),
    CREATE_CONTEXT("clCreateContext", "l:pipppp"), RELEASE_CONTEXT("clReleaseContext", "i:l"),
    CREATE_QUEUE("clCreateCommandQueue", "l:lllp"), RELEASE_QUEUE("clReleaseCommandQueue", "i:l"),
    CREATE_PROGRAM("clCreateProgramWithSource", "l:lippp"), BUILD_PROGRAM("clBuildProgram", "i:lipppp"),
    GET_BUILD_INFO("clGetProgramBuildInfo", "i:llilpp"), RELEASE_PROGRAM("clReleaseProgram", "i:l"),
    CREATE_KERNEL("clCreateKernel", "l:lpp"), RELEASE_KERNEL("clReleaseKernel", "i:l"),
    SET_KERNEL_ARGUMENT("clSetKernelArg", "i:lilp"), CREATE_BUFFER("clCreateBuffer", "l:lllpp"),
    RELEASE_BUFFER("clReleaseMemObject", "i:l"), WRITE_BUFFER("clEnqueueWriteBuffer", "i:llillpipp"),
    READ_BUFFER("clEnqueueReadBuffer", "i:llillpipp"), FILL_BUFFER("clEnqueueFillBuffer", "i:llplllipp"),
    RUN_KERNEL("clEnqueueNDRangeKernel", "i:llipppipp"), FINISH("clFinish", "i:l");

    private final String symbol;
    private final String shape;

    OpenClFunction(String symbol, String shape) {
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
