package dev.marquee.cf.tool;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.launcher.cli.Words;

/** Names of algorithms. */
final class AlgorithmNames extends Words<Algorithm<?>> {
    AlgorithmNames() {
        super(Algorithms::named, Algorithms.ALL.stream().map(Algorithm::id).toList());
    }
}
