package dev.marquee.cf.device;

import java.util.Objects;

/**
 * A driver answered a call with an error. {@link NativeDevice} tells users what that means for them.
 */
public final class DriverFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param code the driver's own name of the error */
    public DriverFailed(String call, String code) {
        super(call + ": " + code);
    }

    /** @param details what the driver has to say besides, such as a compiler's log */
    public DriverFailed(String call, String code, String details) {
        super(call + ": " + code + (details.isBlank() ? "" : "\n" + details.strip()));
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
