/*
 * A CUDA driver for tests of its callers: device memory is memory of the process, and the only kernel that computes is axpy.
 * It refuses what a real driver refuses: calls before cuInit, calls without a current context, memory that it does not have,
 * addresses that it did not give. Any kernel but axpy is lost, as by an illegal address: from then on every call fails, until
 * the context is released.
 *
 * DEVICES: how many devices there are.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef DEVICES
#define DEVICES 1
#endif
#define LARGEST (16u << 20)
#define TOTAL (64u << 20)
#define BLOCKS 1024

enum { OK = 0, INVALID_VALUE = 1, OUT_OF_MEMORY = 2, NOT_INITIALIZED = 3, NO_DEVICE = 100, INVALID_CONTEXT = 201, INVALID_PTX = 218,
    NOT_FOUND = 500, ILLEGAL_ADDRESS = 700 };

typedef struct { char text[1 << 16]; } module;
typedef struct { char *memory; size_t bytes; } block;

static int initialized, users, lost;
static int the_context;
static _Thread_local void *current;
static block blocks[BLOCKS];
static size_t used;

#define NEED_CONTEXT do { if (current != &the_context || users == 0) return INVALID_CONTEXT; if (lost) return ILLEGAL_ADDRESS; } while (0)

static block *holding(uint64_t address, size_t bytes) {
    for (int i = 0; i < BLOCKS; i++) {
        char *from = blocks[i].memory, *at = (char *) (uintptr_t) address;
        if (from && at >= from && at + bytes <= from + blocks[i].bytes) {
            return &blocks[i];
        }
    }
    return NULL;
}

int cuInit(unsigned flags) {
    initialized = 1;
    return DEVICES == 0 ? NO_DEVICE : flags ? INVALID_VALUE : OK;
}

int cuDriverGetVersion(int *version) { *version = 12040; return OK; }

int cuGetErrorName(int code, const char **name) {
    *name = code == INVALID_VALUE ? "CUDA_ERROR_INVALID_VALUE" : code == OUT_OF_MEMORY ? "CUDA_ERROR_OUT_OF_MEMORY"
        : code == NO_DEVICE ? "CUDA_ERROR_NO_DEVICE" : code == INVALID_CONTEXT ? "CUDA_ERROR_INVALID_CONTEXT"
        : code == INVALID_PTX ? "CUDA_ERROR_INVALID_PTX" : code == NOT_FOUND ? "CUDA_ERROR_NOT_FOUND"
        : code == ILLEGAL_ADDRESS ? "CUDA_ERROR_ILLEGAL_ADDRESS" : NULL;
    return *name ? OK : INVALID_VALUE;
}

int cuDeviceGetCount(int *count) { *count = DEVICES; return initialized ? OK : NOT_INITIALIZED; }

int cuDeviceGet(int *device, int place) { *device = 40 + place; return place < DEVICES ? OK : INVALID_VALUE; }

int cuDeviceGetName(char *name, int bytes, int device) {
    snprintf(name, bytes, "Fake Card %d", device - 40);
    return OK;
}

int cuDeviceTotalMem_v2(size_t *bytes, int device) { *bytes = TOTAL; return device >= 40 ? OK : INVALID_VALUE; }

int cuDeviceGetAttribute(int *value, int attribute, int device) {
    *value = 132;
    return attribute == 16 && device >= 40 ? OK : INVALID_VALUE;
}

int cuDevicePrimaryCtxRetain(void **context, int device) {
    *context = &the_context;
    users++;
    return device >= 40 ? OK : INVALID_VALUE;
}

int cuDevicePrimaryCtxRelease_v2(int device) {
    if (--users == 0) {
        lost = 0;
        for (int i = 0; i < BLOCKS; i++) {
            free(blocks[i].memory);
            blocks[i].memory = NULL;
        }
        used = 0;
    }
    return device >= 40 ? OK : INVALID_VALUE;
}

int cuCtxSetCurrent(void *context) { current = context; return OK; }

int cuCtxSynchronize(void) { NEED_CONTEXT; return OK; }

int cuMemGetInfo_v2(size_t *available, size_t *total) {
    NEED_CONTEXT;
    *available = TOTAL - used;
    *total = TOTAL;
    return OK;
}

int cuMemAlloc_v2(uint64_t *address, size_t bytes) {
    NEED_CONTEXT;
    if (bytes > LARGEST || bytes > TOTAL - used) {
        return OUT_OF_MEMORY;
    }
    for (int i = 0; i < BLOCKS; i++) {
        if (!blocks[i].memory) {
            blocks[i].memory = malloc(bytes);
            memset(blocks[i].memory, 0x7f, bytes);
            blocks[i].bytes = bytes;
            used += bytes;
            *address = (uintptr_t) blocks[i].memory;
            return OK;
        }
    }
    return OUT_OF_MEMORY;
}

int cuMemFree_v2(uint64_t address) {
    NEED_CONTEXT;
    block *found = holding(address, 0);
    if (!found || (uintptr_t) found->memory != address) {
        return INVALID_VALUE;
    }
    used -= found->bytes;
    free(found->memory);
    found->memory = NULL;
    return OK;
}

int cuMemsetD32_v2(uint64_t address, unsigned value, size_t count) {
    NEED_CONTEXT;
    if (!holding(address, 4 * count)) {
        return INVALID_VALUE;
    }
    for (size_t i = 0; i < count; i++) {
        ((unsigned *) (uintptr_t) address)[i] = value;
    }
    return OK;
}

int cuMemcpyHtoD_v2(uint64_t to, const void *from, size_t bytes) {
    NEED_CONTEXT;
    if (!holding(to, bytes)) {
        return INVALID_VALUE;
    }
    memcpy((void *) (uintptr_t) to, from, bytes);
    return OK;
}

int cuMemcpyDtoH_v2(void *to, uint64_t from, size_t bytes) {
    NEED_CONTEXT;
    if (!holding(from, bytes)) {
        return INVALID_VALUE;
    }
    memcpy(to, (void *) (uintptr_t) from, bytes);
    return OK;
}

int cuModuleLoadDataEx(module **loaded, const char *text, unsigned count, int *options, void **values) {
    NEED_CONTEXT;
    if (!strstr(text, ".visible .entry")) {
        if (count == 2 && options[0] == 5 && options[1] == 6) {
            snprintf(values[0], (size_t) (uintptr_t) values[1], "ptxas fatal: no entry");
        }
        return INVALID_PTX;
    }
    *loaded = malloc(sizeof(module));
    snprintf((*loaded)->text, sizeof((*loaded)->text), "%s", text);
    return OK;
}

int cuModuleUnload(module *loaded) { NEED_CONTEXT; free(loaded); return OK; }

static int axpy, another;

int cuModuleGetFunction(void **function, module *from, const char *name) {
    NEED_CONTEXT;
    char entry[128];
    snprintf(entry, sizeof entry, ".entry %s(", name);
    *function = strcmp(name, "axpy") ? &another : &axpy;
    return strstr(from->text, entry) ? OK : NOT_FOUND;
}

int cuLaunchKernel(void *function, unsigned gx, unsigned gy, unsigned gz, unsigned bx, unsigned by, unsigned bz,
        unsigned shared, void *stream, void **arguments, void **extra) {
    NEED_CONTEXT;
    if (gy != 1 || gz != 1 || by != 1 || bz != 1 || shared || stream || extra) {
        return INVALID_VALUE;
    }
    /* The unused four and three arrays, which every kernel has; axpy has one more. */
    uint64_t at[8];
    for (int i = 0; i < (function == &axpy ? 8 : 7); i++) {
        at[i] = *(uint64_t *) arguments[i];
        if (!holding(at[i], 4)) {
            return ILLEGAL_ADDRESS;
        }
    }
    if (function != &axpy) {
        lost = 1;
        return OK;
    }
    float *x = (float *) (uintptr_t) at[4], *y = (float *) (uintptr_t) at[5], a = *(float *) (uintptr_t) at[7];
    int size = *(int *) (uintptr_t) at[6];
    for (unsigned i = 0; i < gx * bx && i < (unsigned) size; i++) {
        y[i] += a * x[i];
    }
    return OK;
}
