package dev.marquee.cf.tool;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.launcher.cli.ValueReader;

/** Names of algorithms. */
final class AlgorithmNames extends ValueReader<Algorithm<?>> {
    AlgorithmNames() {
        super(Algorithms::named, Algorithms.ALL.stream().map(Algorithm::id).toList());
    }
}
