package dev.marquee.cf.device;

/**
 * A C function that is called.
 */
public interface NativeFunction {
    /** Its name in the library. */
    String symbol();

    /** What it returns and takes, as {@link NativeLibrary} writes it. */
    String shape();
}
