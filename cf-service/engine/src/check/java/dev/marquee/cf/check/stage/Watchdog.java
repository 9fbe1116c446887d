package dev.marquee.cf.check.stage;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Ends this process where a part takes too long, or whoever started it is gone. It asks nobody: a thread that hangs in
 * a driver hears of nothing. Thread-safe.
 */
public final class Watchdog {
    private static final int KILLED = 137;
    private static final long LOOK_EVERY_MILLIS = 50;

    private final Runnable end;
    private Runnable lastWords = () -> {};
    private long endAt;
    private boolean armed;

    Watchdog(Runnable end) {
        this.end = end;
    }

    /** One that ends this process. */
    public static Watchdog ofThisProcess() {
        Watchdog watchdog = new Watchdog(Watchdog::endThisProcess);
        Thread.ofPlatform().daemon().name("watchdog").start(watchdog::watch);
        Thread.ofPlatform().daemon().name("parent").start(Watchdog::endWithParent);
        return watchdog;
    }

    /** Whoever starts a stage holds the other end of its input, and says nothing. */
    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is meant for us.
            }
        } catch (IOException e) {
            System.err.println("the input is gone: " + e);
        }
        endThisProcess();
    }

    /** And those that it has started. */
    private static void endThisProcess() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(KILLED);
    }

    private void watch() {
        while (true) {
            look(System.nanoTime());
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    synchronized void look(long now) {
        if (armed && now - endAt > 0) {
            armed = false;
            try {
                lastWords.run();
            } finally {
                end.run();
            }
        }
    }

    /** @param words what is done before the end, quickly */
    synchronized void arm(long at, Runnable words) {
        endAt = at;
        lastWords = words;
        armed = true;
    }

    synchronized void disarm() {
        armed = false;
    }
}
