package dev.marquee.cf.measure;

import dev.marquee.cf.index.SupportDamping;
import dev.marquee.common.error.InvalidRequest;
import java.util.List;

/**
 * How lists are judged.
 *
 * @param candidates what they are chosen from
 * @param lengths the k of the measures, ascending, each 1 to 1000
 * @param threshold a held-out rating of so many stars or more makes its movie relevant; 0: any rating does
 * @param samples with {@link Candidates#SAMPLED}, how many movies beside the relevant one, 1 to 100,000; fewer, where
 *            there are not as many
 * @param maxUsers of more users with a relevant movie, so many are drawn; 1 or more
 * @param seed of the users and movies that are drawn
 * @param damping how lists of models of stars allow for movies with few ratings, 0 to 1,000,000, see
 *            {@link SupportDamping}
 */
public record RankingProtocol(Candidates candidates, List<Integer> lengths, double threshold, int samples, int maxUsers,
        long seed, double damping) {

    /** All candidates, lists of 10 and 20, relevant from 4 stars on, all users. */
    public static final RankingProtocol DEFAULTS = new RankingProtocol(Candidates.FULL, List.of(10, 20), 4, 100,
            Integer.MAX_VALUE, 1);

    /** @throws InvalidRequest naming the value that is out of range */
    public RankingProtocol {
        lengths = lengths.stream().sorted().distinct().toList();
        if (lengths.isEmpty()) {
            throw new InvalidRequest("k", "must be one or more lengths of lists");
        }
        require("k", lengths.getFirst(), 1, 1000);
        require("k", lengths.getLast(), 1, 1000);
        require("threshold", threshold, 0, 5);
        require("samples", samples, 1, 100_000);
        require("maxUsers", maxUsers, 1, Integer.MAX_VALUE);
        require("damping", damping, 0, 1e6);
    }

    /** Without damping. */
    public RankingProtocol(Candidates candidates, List<Integer> lengths, double threshold, int samples, int maxUsers,
            long seed) {
        this(candidates, lengths, threshold, samples, maxUsers, seed, 0);
    }

    private static void require(String field, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new InvalidRequest(field, "must be between " + (long) min + " and " + (long) max + ", is " + value);
        }
    }

    /** The length of the longest list that is needed. */
    public int longest() {
        return lengths.getLast();
    }

    /** The same with another seed. */
    public RankingProtocol withSeed(long other) {
        return new RankingProtocol(candidates, lengths, threshold, samples, maxUsers, other, damping);
    }

    /** The same with another damping. */
    public RankingProtocol withDamping(double other) {
        return new RankingProtocol(candidates, lengths, threshold, samples, maxUsers, seed, other);
    }

    /** The same with lists of the one length that a measure such as {@code ndcg@10} needs, if it needs one. */
    public RankingProtocol withLengthOf(String measure) {
        String length = measure.substring(measure.indexOf('@') + 1);
        return measure.contains("@") && length.matches("\\d{1,4}")
                ? new RankingProtocol(candidates, List.of(Integer.valueOf(length)), threshold, samples, maxUsers, seed,
                        damping)
                : this;
    }
}
