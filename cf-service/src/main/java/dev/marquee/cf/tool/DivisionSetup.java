package dev.marquee.cf.tool;

import dev.marquee.cf.eval.DivisionOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Options for how much of some ratings is tested.
 */
final class DivisionSetup {
    @Option(names = "--fraction", paramLabel = "F", description = "what random, time and validation test of the"
            + " ratings, and newcomers of the users (default ${DEFAULT-VALUE})")
    private Double fraction = DivisionOptions.DEFAULTS.fraction();

    @Option(names = "--folds", paramLabel = "N", description = "parts of kfold (default ${DEFAULT-VALUE})")
    private Integer folds = DivisionOptions.DEFAULTS.folds();

    @Option(names = "--last", paramLabel = "N", description = "ratings of each user that leave-last tests (default"
            + " ${DEFAULT-VALUE})")
    private Integer last = DivisionOptions.DEFAULTS.last();

    @Option(names = "--told", paramLabel = "0,1,2", split = ",", hideParamSyntax = true,
            description = "how many ratings"
                    + " of each of the newcomers are told before the others are tested (default 0,1,2,3,5)")
    private @Nullable List<Integer> told;

    DivisionOptions options() {
        return new DivisionOptions(fraction, folds, last, told == null ? DivisionOptions.DEFAULTS.told() : told);
    }
}
