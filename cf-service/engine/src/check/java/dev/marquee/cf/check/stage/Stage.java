package dev.marquee.cf.check.stage;

/**
 * A stage of a check: it runs in a process of its own, which ends at the time limit, whatever it does.
 *
 * @param name in options and results
 * @param title for people
 * @param seconds it may take, of a whole check
 * @param needsDevice whether there is nothing to do without a device
 */
public record Stage(String name, String title, int seconds, boolean needsDevice, Work work) {

    /** What a stage does. */
    public interface Work {
        /** Runs all parts of the stage. A part that fails is told to the run and does not end the stage. */
        void run(StageRun run);
    }
}
