package dev.marquee.cf.tool;

import dev.marquee.cf.measure.Candidates;
import dev.marquee.cf.measure.RankingProtocol;
import dev.marquee.launcher.cli.ValueReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Options for how lists are judged.
 */
final class RankingSetup {
    private static final RankingProtocol DEFAULTS = RankingProtocol.DEFAULTS;

    @Option(names = "--candidates", paramLabel = "WHAT", description = {
            "full: lists of all movies that the user has not rated in training (default)",
            "sampled: of one relevant movie and some that the user has not rated"}, converter = CandidateNames.class)
    private Candidates candidates = DEFAULTS.candidates();

    @Option(names = "--samples", paramLabel = "N", description = "how many those are (default ${DEFAULT-VALUE})")
    private Integer samples = DEFAULTS.samples();

    @Option(names = "--threshold", paramLabel = "STARS", converter = Threshold.class, description = "a test rating from"
            + " which on a movie is relevant (default 4), or any")
    private Double threshold = DEFAULTS.threshold();

    @Option(names = "--k", paramLabel = "10,20", split = ",", hideParamSyntax = true, description = "lengths of lists")
    private @Nullable List<Integer> lengths;

    @Option(names = "--max-users", paramLabel = "N", description = "judge the lists of so many drawn users (default:"
            + " all)")
    private Integer maxUsers = DEFAULTS.maxUsers();

    @Option(names = "--damping", paramLabel = "N", description = "lists of models of stars: at N ratings of a movie,"
            + " what it is predicted beyond the user's usual counts half (default 0; the service's lists, where it has"
            + " no ranking model, are those of 20)")
    private Double damping = DEFAULTS.damping();

    RankingProtocol protocol() {
        return new RankingProtocol(candidates, lengths == null ? DEFAULTS.lengths() : lengths, threshold, samples,
                maxUsers, DEFAULTS.seed(), damping);
    }

    /** With lists of the length that a metric needs, unless {@code --k} says another. */
    RankingProtocol protocolFor(String metric) {
        return lengths == null ? protocol().withLengthOf(metric) : protocol();
    }

    /** Names of what lists are chosen from. */
    static final class CandidateNames extends ValueReader<Candidates> {
        CandidateNames() {
            super(Candidates::named);
        }
    }

    /** Stars, or any. */
    static final class Threshold extends ValueReader<Double> {
        Threshold() {
            super(text -> text.equals("any") ? Double.valueOf(0) : Double.valueOf(text));
        }
    }
}
