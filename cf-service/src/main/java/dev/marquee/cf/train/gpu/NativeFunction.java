package dev.marquee.cf.train.gpu;

/**
 * A C function that is called.
 */
interface NativeFunction {
    /** Its name in the library. */
    String symbol();

    /** What it returns and takes, as {@link NativeLibrary} writes it. */
    String shape();
}
