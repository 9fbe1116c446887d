package dev.marquee.cf.bench;

import dev.marquee.cf.check.data.DataShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks for lists and sends ratings at a steady rate, and measures each answer from when it was due. Thread-safe. */
final class Load implements AutoCloseable {
    private static final int LIST_MILLIS = 20;
    private static final int RATING_MILLIS = 50;

    private final ServiceUnderLoad service;
    private final DataShape shape;
    private final SplittableRandom random = new SplittableRandom(11);
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    private final Answers lists = new Answers();
    private final Answers ratings = new Answers();

    /** How long answers took, and what they were. */
    private static final class Answers {
        private final List<Double> millis = new ArrayList<>();
        private final Map<Integer, Integer> statuses = new TreeMap<>();

        synchronized void add(double took, int status) {
            millis.add(took);
            statuses.merge(status, 1, Integer::sum);
        }

        synchronized void report(String what) {
            Collections.sort(millis);
            BenchRun.print("  %-8s %,7d answers %s: p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, longest %.1f ms", what,
                    millis.size(), statuses, at(0.5), at(0.99), at(0.999), at(1));
            millis.clear();
            statuses.clear();
        }

        private double at(double share) {
            return millis.get((int) Math.min(millis.size() - 1, share * millis.size()));
        }
    }

    /** @param movies the ids of those that may be rated */
    @SuppressWarnings("FutureReturnValueIgnored") // what fails is counted
    Load(ServiceUnderLoad service, DataShape shape, List<Long> movies) {
        this.service = service;
        this.shape = shape;
        clock.scheduleAtFixedRate(() -> list(anyUser()), 0, LIST_MILLIS, TimeUnit.MILLISECONDS);
        clock.scheduleAtFixedRate(() -> rate(anyUser(), movies.get(random.nextInt(movies.size()))), 0, RATING_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private int anyUser() {
        return random.nextInt(1, shape.users());
    }

    private void list(int user) {
        ask(lists, "GET", "/api/v1/users/" + user + "/recommendations", null);
    }

    private void rate(int user, long movie) {
        ask(ratings, "PUT", "/api/v1/users/" + user + "/ratings/" + movie, "{\"rating\": 4}");
    }

    private void ask(Answers answers, String method, String path, String body) {
        long due = System.nanoTime();
        Thread.startVirtualThread(() -> {
            try {
                int status = service.status(method, path, body);
                answers.add((System.nanoTime() - due) / 1e6, status);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Prints what was measured since the last report. */
    void report(String when) {
        BenchRun.print("%s", when);
        lists.report("lists");
        ratings.report("ratings");
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
