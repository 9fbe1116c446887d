package dev.marquee.cf.train.gpu;

/**
 * A driver answered a call with an error. {@link NativeDevice} tells users what that means for them.
 */
final class DriverFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param code the driver's own name of the error */
    DriverFailed(String call, String code) {
        super(call + ": " + code);
    }

    /** @param details what the driver has to say besides, such as a compiler's log */
    DriverFailed(String call, String code, String details) {
        super(call + ": " + code + (details.isBlank() ? "" : "\n" + details.strip()));
    }

    /** For giving back what is on a device: one that is lost answers nothing, and what it held is gone with it. */
    static void ignoredIn(Runnable release) {
        try {
            release.run();
        } catch (DriverFailed e) {
            return;
        }
    }
}
