package dev.marquee.load;

/**
 * A setting, or the state of the services, with which no load test can begin. The message is for people.
 */
final class BadSetting extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final int EXIT = 1;

    BadSetting(String message) {
        super(message);
    }

    /** Says the message and ends the process; returns only for the compiler. */
    BadSetting endsProcess() {
        System.err.println("load-test: " + getMessage());
        System.exit(EXIT);
        return this;
    }
}
