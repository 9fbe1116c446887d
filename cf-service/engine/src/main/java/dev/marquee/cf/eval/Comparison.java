package dev.marquee.cf.eval;

import dev.marquee.cf.measure.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Differences of algorithms that are evaluated one after the other on the same divisions, each to the first one that
 * has the measure. Only of those firsts what single users got is kept. Not thread-safe.
 */
public final class Comparison {
    private final Map<String, First> firsts = new HashMap<>();

    private record First(String algorithm, List<Tested> runs) {}

    /**
     * Takes an algorithm in.
     *
     * @param runs in the same order for all algorithms
     * @return by measure; none of those in which it is the first
     */
    SequencedMap<String, Difference> add(String algorithm, List<Tested> runs) {
        SequencedMap<String, Difference> differences = new LinkedHashMap<>();
        for (String measure : runs.getFirst().run().metrics().keySet()) {
            First first = firsts.putIfAbsent(measure, new First(algorithm, runs));
            if (first != null) {
                differences.put(measure, difference(measure, runs, first));
            }
        }
        return differences;
    }

    private static Difference difference(String measure, List<Tested> runs, First first) {
        PairedUsers users = new PairedUsers(measure);
        List<EvaluationRun> differences = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Tested other = first.runs().get(i);
            differences.add(runs.get(i).run().minus(other.run(), measure));
            tally(runs.get(i), measure).ifPresent(
                    tally -> users.add(tally, tally(other, measure).orElseThrow()));
        }
        Summary summary = EvaluationReport.summary(differences, measure);
        return new Difference(first.algorithm(), summary.mean(), summary.halfWidth(), users.halfWidth(),
                users.users(), users.count(), users.unit());
    }

    private static Optional<Tally> tally(Tested tested, String measure) {
        return tested.tallies().stream().filter(tally -> tally.sums().containsKey(measure)).findFirst();
    }
}
