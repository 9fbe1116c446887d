package dev.marquee.cf.device;

import java.util.Objects;
import java.util.Set;

/**
 * A driver answered a call with an error. {@link NativeDevice} tells users what that means for them.
 */
public final class DriverFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** What drivers of OpenCL and of CUDA call it; the third one also says so of other things that are scarce. */
    private static final Set<String> OF_MEMORY = Set.of("CL_MEM_OBJECT_ALLOCATION_FAILURE", "CL_OUT_OF_HOST_MEMORY",
            "CL_OUT_OF_RESOURCES", "CUDA_ERROR_OUT_OF_MEMORY");

    private final String code;

    /** @param code the driver's own name of the error */
    public DriverFailed(String call, String code) {
        this(call, code, "");
    }

    /** @param details what the driver has to say besides, such as a compiler's log */
    public DriverFailed(String call, String code, String details) {
        super(call + ": " + code + (details.isBlank() ? "" : "\n" + details.strip()));
        this.code = code;
    }

    /** Whether smaller arrays might help. */
    boolean isOfMemory() {
        return OF_MEMORY.contains(code);
    }

    /** For giving back what is on a device: one that is lost answers nothing, and what it held is gone with it. */
    public static void ignoredIn(Runnable release) {
        try {
            release.run();
        } catch (DriverFailed e) {
            return;
        }
    }

    /** Never {@code null}. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
