package dev.marquee.common.postgres;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What is logged meanwhile. */
final class SaidLines extends Handler implements AutoCloseable {
    private final Logger logger;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private SaidLines(Logger logger) {
        this.logger = logger;
        logger.addHandler(this);
    }

    static SaidLines of(Class<?> speaker) {
        return of(speaker.getName());
    }

    /** @param name of the logger and what is below it; empty for all */
    static SaidLines of(String name) {
        return new SaidLines(Logger.getLogger(name));
    }

    List<String> containing(String text) {
        return lines.stream().filter(line -> line.contains(text)).toList();
    }

    @Override
    public void publish(LogRecord logged) {
        String line = logged instanceof ExtLogRecord ours ? ours.getFormattedMessage() : logged.getMessage();
        lines.add(logged.getThrown() == null ? line : line + " " + logged.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
