package dev.marquee.cf.device.opencl;

import dev.marquee.cf.device.DriverFailed;

/**
 * The names of OpenCL's error codes (cl.h), which are what people search the web for.
 */
final class OpenClError {
    static final int DEVICE_NOT_FOUND = -1;
    static final int PLATFORM_NOT_FOUND = -1001;

    /** By -code, from 0 to 19. */
    private static final String[] RUNTIME = {"CL_SUCCESS", "CL_DEVICE_NOT_FOUND", "CL_DEVICE_NOT_AVAILABLE",
            "CL_COMPILER_NOT_AVAILABLE", "CL_MEM_OBJECT_ALLOCATION_FAILURE", "CL_OUT_OF_RESOURCES",
            "CL_OUT_OF_HOST_MEMORY", "CL_PROFILING_INFO_NOT_AVAILABLE", "CL_MEM_COPY_OVERLAP",
            "CL_IMAGE_FORMAT_MISMATCH", "CL_IMAGE_FORMAT_NOT_SUPPORTED", "CL_BUILD_PROGRAM_FAILURE", "CL_MAP_FAILURE",
            "CL_MISALIGNED_SUB_BUFFER_OFFSET", "CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST",
            "CL_COMPILE_PROGRAM_FAILURE", "CL_LINKER_NOT_AVAILABLE", "CL_LINK_PROGRAM_FAILURE",
            "CL_DEVICE_PARTITION_FAILED", "CL_KERNEL_ARG_INFO_NOT_AVAILABLE"};
    private static final int FIRST_INVALID = 30;
    /** By -code - 30. */
    private static final String[] INVALID = {"VALUE", "DEVICE_TYPE", "PLATFORM", "DEVICE", "CONTEXT",
            "QUEUE_PROPERTIES", "COMMAND_QUEUE", "HOST_PTR", "MEM_OBJECT", "IMAGE_FORMAT_DESCRIPTOR", "IMAGE_SIZE",
            "SAMPLER", "BINARY", "BUILD_OPTIONS", "PROGRAM", "PROGRAM_EXECUTABLE", "KERNEL_NAME", "KERNEL_DEFINITION",
            "KERNEL", "ARG_INDEX", "ARG_VALUE", "ARG_SIZE", "KERNEL_ARGS", "WORK_DIMENSION", "WORK_GROUP_SIZE",
            "WORK_ITEM_SIZE", "GLOBAL_OFFSET", "EVENT_WAIT_LIST", "EVENT", "OPERATION", "GL_OBJECT", "BUFFER_SIZE",
            "MIP_LEVEL", "GLOBAL_WORK_SIZE", "PROPERTY", "IMAGE_DESCRIPTOR", "COMPILER_OPTIONS", "LINKER_OPTIONS",
            "DEVICE_PARTITION_COUNT"};

    private OpenClError() {}

    static String name(int code) {
        int index = -code;
        if (index >= 0 && index < RUNTIME.length) {
            return RUNTIME[index];
        }
        if (index >= FIRST_INVALID && index < FIRST_INVALID + INVALID.length) {
            return "CL_INVALID_" + INVALID[index - FIRST_INVALID];
        }
        return code == PLATFORM_NOT_FOUND ? "CL_PLATFORM_NOT_FOUND_KHR" : "error " + code;
    }

    /** @throws DriverFailed if the call did not succeed */
    static void check(OpenClFunction call, int code) {
        if (code != 0) {
            throw new DriverFailed(call.symbol(), name(code));
        }
    }
}
