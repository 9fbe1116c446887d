package dev.marquee.cf.measure;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.index.Asked;
import dev.marquee.cf.index.DeviceSearch;
import dev.marquee.cf.index.FactorIndex;
import dev.marquee.cf.index.FinalSearch;
import dev.marquee.cf.index.HostSearch;
import dev.marquee.cf.index.ListSearch;
import dev.marquee.cf.index.SupportDamping;
import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How good a model's lists are. Movies are ordered by the model's final score, where it has one ({@link FinalSearch}),
 * else by b_i + p_u·q_i, exactly ({@link FactorIndex}), shrunk where the protocol says so; equal scores by ascending
 * index. Sampled lists are by the latter. Users are those of the training matrix with a relevant movie among the
 * held-out ratings, also those left without a training rating, whose lists are of what is popular
 * ({@link PopularLists}); ratings of users or movies that the matrix does not have are left out.
 *
 * @param values by name: each {@link ListMeasure} at each length, as the mean over lists; with {@link Candidates#FULL}
 *            also {@code coverage@k} and {@code novelty@k}, see {@link ListVariety}
 * @param users whose lists were judged
 * @param lists that were judged; with {@link Candidates#SAMPLED} several of a user
 * @param unknown users of whom nothing is known, and whose lists therefore are not by the model
 * @param byUser the list measures of each user
 */
public record RankingScores(SequencedMap<String, Double> values, int users, int lists, int unknown, Tally byUser) {
    public RankingScores {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    /** Judges on the CPU to the end; see the other. */
    public static RankingScores of(FactorModel model, RatingMatrix train, HeldOut test, RankingProtocol protocol) {
        return of(model, train, test, protocol, Optional.empty(), () -> {});
    }

    /**
     * Judges on all cores, or on a device; on the CPU the result does not depend on the number of cores.
     *
     * @param model trained on {@code train}
     * @param train its ratings are left out of the lists
     * @param device makes the lists of all candidates; it stays open
     * @param checkCancelled called often, by any thread; what it throws ends the judging
     * @return NaN for all values where no user has a relevant movie
     */
    public static RankingScores of(FactorModel model, RatingMatrix train, HeldOut test, RankingProtocol protocol,
            Optional<Device> device, Runnable checkCancelled) {
        return of(model, Asked.inTheSitting(train), train, test, protocol, device, checkCancelled);
    }

    /**
     * As the other, also of users whom the training did not know, or who ask later.
     *
     * @param model of the users judged, with the movies as {@code train} left them
     * @param asked by the users judged, whose known ratings have the movies of {@code train}, and are left out of lists
     * @param train what the movies were learnt from
     * @param test by the users of {@code asked}
     */
    public static RankingScores of(FactorModel model, Asked asked, RatingMatrix train, HeldOut test,
            RankingProtocol protocol, Optional<Device> device, Runnable checkCancelled) {
        RatingMatrix known = asked.known();
        Csr held = test.byUser(known);
        int[] users = users(held, protocol);
        FactorIndex index = protocol.damping() == 0
                ? FactorIndex.of(model, null)
                : SupportDamping.index(model, train.byMovie()::length, protocol.damping());
        PopularLists popular = new PopularLists(model, known, train);
        Judged[] judged = switch (protocol.candidates()) {
            case FULL -> {
                try (ListSearch search = search(model, index, asked, device)) {
                    yield new FullLists(search, known, popular, held, protocol).judge(users, checkCancelled);
                }
            }
            case SAMPLED -> new SampledLists(model, index, known, popular, held, protocol).judge(users,
                    checkCancelled);
        };
        Tally byUser = tally(Arrays.stream(users).mapToLong(known.users()::idOf).toArray(), judged, protocol);
        LinkedHashMap<String, Double> values = means(byUser);
        if (protocol.candidates() == Candidates.FULL) {
            values.putAll(ListVariety.of(Arrays.stream(judged).map(Judged::movies).toList(), train, protocol));
        }
        return new RankingScores(values, users.length, Arrays.stream(byUser.counts()).sum(),
                (int) Arrays.stream(users).filter(popular::serves).count(), byUser);
    }

    /** What people get: by the final score, where there is one. */
    private static ListSearch search(FactorModel model, FactorIndex index, Asked asked,
            Optional<Device> device) {
        if (model.finalScore().isPresent()) {
            return FinalSearch.of(model, index, asked);
        }
        return device.<ListSearch>map(there -> new DeviceSearch(there, model, index))
                .orElseGet(() -> new HostSearch(model, index, Runtime.getRuntime().availableProcessors()));
    }

    /**
     * What came of one user.
     *
     * @param sums of each measure at each length, over the user's lists
     * @param movies of the one list, best first; empty where lists are sampled
     */
    record Judged(double[] sums, int lists, int[] movies) {}

    private static int[] users(Csr held, RankingProtocol protocol) {
        int[] all = IntStream.range(0, held.rows()).filter(user -> relevant(held, user, protocol).length > 0).toArray();
        if (all.length <= protocol.maxUsers()) {
            return all;
        }
        SplittableRandom random = new SplittableRandom(protocol.seed());
        return Arrays.stream(Draw.first(all, protocol.maxUsers(), random)).sorted().toArray();
    }

    /** The user's relevant movies, ascending. */
    static int[] relevant(Csr held, int user, RankingProtocol protocol) {
        return IntStream.range(held.start(user), held.end(user))
                .filter(position -> held.value(position) >= protocol.threshold()).map(held::index).toArray();
    }

    private static Tally tally(long[] ids, Judged[] judged, RankingProtocol protocol) {
        LinkedHashMap<String, double[]> sums = new LinkedHashMap<>();
        int number = 0;
        for (int k : protocol.lengths()) {
            for (ListMeasure measure : ListMeasure.values()) {
                int at = number++;
                sums.put(measure.at(k), Arrays.stream(judged).mapToDouble(user -> user.sums()[at]).toArray());
            }
        }
        return new Tally(ids, Arrays.stream(judged).mapToInt(Judged::lists).toArray(), sums, "lists");
    }

    private static LinkedHashMap<String, Double> means(Tally byUser) {
        LinkedHashMap<String, Double> values = new LinkedHashMap<>();
        int lists = Arrays.stream(byUser.counts()).sum();
        byUser.sums().forEach((measure, sums) -> values.put(measure, Arrays.stream(sums).sum() / lists));
        return values;
    }
}
