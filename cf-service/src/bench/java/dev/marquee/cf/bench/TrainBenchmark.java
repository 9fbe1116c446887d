package dev.marquee.cf.bench;

import dev.marquee.cf.check.data.DataShape;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Estimator;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whole trainings: time of an epoch by itself, of an epoch with validation, time to the best validation metric, and the
 * heap. Times are medians over rounds; the first training of each kind only warms up and is shown as such. With the
 * path of LIBMF's program both run in alternation on the same split; see {@link PeerProgram}.
 */
public final class TrainBenchmark {
    private static final long SPLIT_SEED = 1;

    private TrainBenchmark() {}

    public static void main(String[] args) throws IOException {
        if (args.length == 1 && args[0].equals("--help")) {
            System.out.print(TrainBenchmarkOptions.USAGE);
            return;
        }
        TrainBenchmarkOptions options = TrainBenchmarkOptions.parse(args);
        BenchRun.watchHeap();
        Split split = split(options);
        BenchRun.print("%,d ratings to train on, %,d held out, %,d users, %,d movies; heap so far at most %,d MiB",
                split.train().size(), split.heldOut().size(), split.train().users().size(),
                split.train().movies().size(), BenchRun.heapPeak());
        for (Algorithm<?> algorithm : options.algorithms()) {
            for (int threads : options.threads()) {
                compare(options, split, algorithm, threads);
            }
        }
        BenchRun.print("heap: at most %,d of %,d MiB", BenchRun.heapPeak(), Runtime.getRuntime().maxMemory() >> 20);
    }

    private static Split split(TrainBenchmarkOptions options) throws IOException {
        Path data = options.data() != null
                ? options.data()
                : BenchRun.generated(Path.of("target/bench-data"), DataShape.ofRatings(options.ratings()));
        return Split.random(BenchData.read(data), options.validation(), SPLIT_SEED);
    }

    /** What was measured in one round. */
    private record Round(double epoch, double judgedEpoch, double toBest, double best, int bestEpoch, double toPeers) {}

    private static void compare(TrainBenchmarkOptions options, Split split, Algorithm<?> algorithm, int threads)
            throws IOException {
        Estimator<?> training = options.of(algorithm, threads);
        BenchRun.print("%n%s", training.options());
        print("cold", round(options, split, training, Double.NaN), split);
        List<Round> rounds = new ArrayList<>();
        if (options.peer() == null || !algorithm.id().equals("sgd")) {
            for (int i = 0; i < options.rounds(); i++) {
                rounds.add(round(options, split, training, Double.NaN));
            }
            print("median", median(rounds), split);
            return;
        }
        List<Round> peers = new ArrayList<>();
        try (PeerProgram peer = new PeerProgram(options.peer(), options.peerOptions(), training.options().factors(),
                split)) {
            for (int i = 0; i < options.rounds(); i++) {
                peers.add(peerRound(options, peer, threads));
                rounds.add(round(options, split, training, peers.getLast().best));
            }
        }
        print("median", median(rounds), split);
        print("peer", median(peers), split);
        BenchRun.print("  peer's time divided by ours: epoch %.2f, with validation %.2f, to the peer's best %.2f",
                median(peers).epoch / median(rounds).epoch, median(peers).judgedEpoch / median(rounds).judgedEpoch,
                median(peers).toPeers / median(rounds).toPeers);
    }

    private static Round peerRound(TrainBenchmarkOptions options, PeerProgram peer, int threads) {
        PeerProgram.Judged judged = peer.judged(threads, options.peerEpochs());
        return new Round(peer.epoch(threads, 2 * options.epochs()), judged.epochSeconds(), judged.toBest(),
                judged.best(), judged.epoch(), judged.toBest());
    }

    private static Round round(TrainBenchmarkOptions options, Split split, Estimator<?> training, double target) {
        double epoch = epoch(options, split, training);
        if (split.heldOut().size() == 0) {
            return new Round(epoch, Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN);
        }
        var result = training.train(split.train(), split.heldOut(), TrainListener.NONE);
        List<TrainProgress> history = result.history();
        TrainProgress best = history.get(result.bestEpoch() - 1);
        double judged = history.size() == 1
                ? Double.NaN
                : (at(history.getLast()) - at(history.getFirst())) / (history.size() - 1);
        double toPeers = history.stream().filter(progress -> progress.validation() <= target + 5e-5)
                .mapToDouble(TrainBenchmark::at).findFirst().orElse(Double.NaN);
        return new Round(epoch, judged, at(best), best.validation(), result.bestEpoch(), toPeers);
    }

    /** Seconds of an epoch without validation: the median over one training. */
    private static double epoch(TrainBenchmarkOptions options, Split split, Estimator<?> training) {
        List<Double> times = new ArrayList<>();
        long[] last = {System.nanoTime()};
        training.forEpochs(options.epochs()).train(split.train(), null, progress -> {
            times.add(BenchRun.seconds(last[0]));
            last[0] = System.nanoTime();
        });
        // The first one holds the preparation.
        return middle(times.size() > 1 ? times.subList(1, times.size()) : times);
    }

    private static double at(TrainProgress progress) {
        return progress.elapsed().toNanos() / 1e9;
    }

    static double middle(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static Round median(List<Round> rounds) {
        return new Round(middle(rounds.stream().map(Round::epoch).toList()),
                middle(rounds.stream().map(Round::judgedEpoch).toList()),
                middle(rounds.stream().map(Round::toBest).toList()), middle(rounds.stream().map(Round::best).toList()),
                (int) middle(rounds.stream().map(round -> (double) round.bestEpoch).toList()),
                middle(rounds.stream().map(Round::toPeers).toList()));
    }

    private static void print(String name, Round round, Split split) {
        BenchRun.print(
                "  %-7s epoch %9.2f ms (%5.1f M ratings/s), with validation %9.2f ms; best %.4f in epoch %d after"
                        + " %.3f s; the peer's best after %.3f s",
                name, 1e3 * round.epoch, split.train().size() / round.epoch / 1e6,
                1e3 * round.judgedEpoch, round.best, round.bestEpoch, round.toBest, round.toPeers);
    }
}
