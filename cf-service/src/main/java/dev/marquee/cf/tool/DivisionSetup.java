package dev.marquee.cf.tool;

import dev.marquee.cf.eval.DivisionOptions;
import picocli.CommandLine.Option;

/**
 * Options for how much of some ratings is tested.
 */
final class DivisionSetup {
    @Option(names = "--fraction", paramLabel = "F", description = "what random, time and validation test (default"
            + " ${DEFAULT-VALUE})")
    private Double fraction = DivisionOptions.DEFAULTS.fraction();

    @Option(names = "--folds", paramLabel = "N", description = "parts of kfold (default ${DEFAULT-VALUE})")
    private Integer folds = DivisionOptions.DEFAULTS.folds();

    @Option(names = "--last", paramLabel = "N", description = "ratings of each user that leave-last tests (default"
            + " ${DEFAULT-VALUE})")
    private Integer last = DivisionOptions.DEFAULTS.last();

    DivisionOptions options() {
        return new DivisionOptions(fraction, folds, last);
    }
}
