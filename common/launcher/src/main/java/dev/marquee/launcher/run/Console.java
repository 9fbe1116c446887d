package dev.marquee.launcher.run;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Output for a person: lines, and one progress line that is rewritten on a terminal and printed now and then elsewhere.
 * Used from one thread.
 */
final class Console {
    private static final long PLAIN_EVERY_NANOS = 5_000_000_000L;
    private static final long TERMINAL_EVERY_NANOS = 200_000_000L;
    private static final int WIDTH = 100;

    private final PrintStream out;
    private final boolean terminal;
    private long lastProgress;
    private boolean lastShown;
    private boolean lineOpen;

    Console(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        endProgress();
    }

    void say(String format, Object... args) {
        endProgress();
        out.println(args.length == 0 ? format : String.format(Locale.ROOT, format, args));
        out.flush();
    }

    /** Shows how far a step is; too frequent calls are dropped. */
    void progress(String text) {
        show(text, false);
    }

    /** Shows how far a step is; the end of it is always shown, so that the last line of a step says so. */
    void progress(double fraction, String more) {
        show(bar(fraction) + more, fraction >= 1);
    }

    private void show(String text, boolean last) {
        long now = System.nanoTime();
        if (now - lastProgress < (terminal ? TERMINAL_EVERY_NANOS : PLAIN_EVERY_NANOS) && !(last && !lastShown)) {
            return;
        }
        lastProgress = now;
        lastShown = last;
        if (terminal) {
            String shown = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
            out.print("\r  " + shown + " ".repeat(WIDTH - shown.length()));
            lineOpen = true;
        } else {
            out.println("  " + text);
        }
        out.flush();
    }

    /** A bar for a fraction, such as {@code [#####.....] 50 %}. */
    static String bar(double fraction) {
        int filled = (int) Math.round(Math.clamp(fraction, 0, 1) * 20);
        return "[" + "#".repeat(filled) + ".".repeat(20 - filled) + "] "
                + String.format(Locale.ROOT, "%3.0f %%", Math.clamp(fraction, 0, 1) * 100);
    }

    private void endProgress() {
        if (lineOpen) {
            out.print("\r" + " ".repeat(WIDTH + 2) + "\r");
            lineOpen = false;
        }
        // Elsewhere the first line comes after a while: a short step has none that would stay at its beginning.
        lastProgress = terminal ? System.nanoTime() - TERMINAL_EVERY_NANOS : System.nanoTime();
        lastShown = false;
    }
}
