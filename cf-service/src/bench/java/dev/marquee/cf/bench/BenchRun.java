package dev.marquee.cf.bench;

import dev.marquee.cf.check.data.DataShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** What whole-program benchmarks share: their data, their clock, the heap's peak and lines of text. */
final class BenchRun {
    private static final long SEED = 25;
    private static final AtomicLong HEAP_PEAK = new AtomicLong();

    private BenchRun() {}

    /** A folder of generated data below another; used again where it is there. */
    static Path generated(Path base, DataShape shape) {
        Path data = base.resolve(shape.ratings() + "");
        if (!Files.exists(data.resolve("ratings.csv"))) {
            long start = System.nanoTime();
            try {
                new DataGenerator(shape, SEED).write(data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            print("generated %,d ratings by %,d users on %,d of %,d movies in %.1f s", shape.ratings(), shape.users(),
                    shape.ratedMovies(), shape.movies(), seconds(start));
        }
        return data;
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    static void print(String format, Object... args) {
        System.out.println(String.format(Locale.ROOT, format, args));
    }

    /** Watches the heap from now on, every few milliseconds. */
    static void watchHeap() {
        Thread watch = new Thread(() -> {
            while (true) {
                long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
                HEAP_PEAK.accumulateAndGet(used, Math::max);
                LockSupport.parkNanos(5_000_000);
            }
        }, "heap-watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** Mebibytes of heap seen used at most since the last call, garbage that was not collected yet included. */
    static long heapPeak() {
        return HEAP_PEAK.getAndSet(0) >> 20;
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
