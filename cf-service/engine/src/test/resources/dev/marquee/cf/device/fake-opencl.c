/*
 * An OpenCL library for tests of its callers. It lists devices, and gives them no context.
 *
 * DEVICES: 0: no driver is registered; 1: a CPU that is not available, a GPU within the processor and a dedicated one.
 */
#include <stdint.h>
#include <string.h>

#ifndef DEVICES
#define DEVICES 1
#endif

static int text(const char *value, size_t bytes, void *into, size_t *size) {
    size_t needed = strlen(value) + 1;
    if (size) {
        *size = needed;
    }
    if (bytes < needed) {
        return -30;
    }
    memcpy(into, value, needed);
    return 0;
}

int clGetPlatformIDs(unsigned room, uint64_t *ids, unsigned *count) {
    if (DEVICES == 0) {
        return -1001;
    }
    *count = 2;
    for (unsigned i = 0; i < 2 && i < room; i++) {
        ids[i] = 10 + i;
    }
    return 0;
}

int clGetPlatformInfo(uint64_t platform, unsigned property, size_t bytes, void *into, size_t *size) {
    return property != 0x0902 ? -30 : text(platform == 10 ? "Fake" : "Empty", bytes, into, size);
}

int clGetDeviceIDs(uint64_t platform, uint64_t type, unsigned room, uint64_t *ids, unsigned *count) {
    if (platform != 10 || type != 0xFFFFFFFFu) {
        return -1;
    }
    *count = 3;
    for (unsigned i = 0; i < 3 && i < room; i++) {
        ids[i] = 20 + i;
    }
    return 0;
}

static int number(uint64_t value, unsigned width, size_t bytes, void *into) {
    if (bytes < width) {
        return -30;
    }
    memcpy(into, &value, width);
    return 0;
}

int clGetDeviceInfo(uint64_t device, unsigned property, size_t bytes, void *into, size_t *size) {
    int cpu = device == 20, inside = device == 21;
    switch (property) {
    case 0x1000: return number(cpu ? 2 : 4, 8, bytes, into);
    case 0x1002: return number(cpu ? 2 : inside ? 24 : 80, 4, bytes, into);
    case 0x1004: return number(1024, 8, bytes, into);
    case 0x1010: return number(1u << 28, 8, bytes, into);
    case 0x101F: return number(1u << 30, 8, bytes, into);
    case 0x1027: return number(!cpu, 4, bytes, into);
    case 0x1028: return number(1, 4, bytes, into);
    case 0x102B: return text(cpu ? "Fake CPU" : inside ? "Fake Inside" : "Fake Dedicated", bytes, into, size);
    case 0x102D: return text("7.5", bytes, into, size);
    case 0x1035: return number(!(device == 22), 4, bytes, into);
    default: return -30;
    }
}

uint64_t clCreateContext(const void *properties, unsigned count, const void *devices, void *notify, void *user, int *error) {
    *error = -6;
    return 0;
}

#define UNUSED(name) int name(void) { return -59; }
UNUSED(clReleaseContext) UNUSED(clCreateCommandQueue) UNUSED(clReleaseCommandQueue) UNUSED(clCreateProgramWithSource)
UNUSED(clBuildProgram) UNUSED(clGetProgramBuildInfo) UNUSED(clReleaseProgram) UNUSED(clCreateKernel) UNUSED(clReleaseKernel)
UNUSED(clSetKernelArg) UNUSED(clCreateBuffer) UNUSED(clReleaseMemObject) UNUSED(clEnqueueWriteBuffer)
UNUSED(clEnqueueReadBuffer) UNUSED(clEnqueueFillBuffer) UNUSED(clEnqueueNDRangeKernel) UNUSED(clFinish)
