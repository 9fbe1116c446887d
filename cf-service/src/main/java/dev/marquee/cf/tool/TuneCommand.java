package dev.marquee.cf.tool;

import dev.marquee.cf.eval.Divider;
import dev.marquee.cf.eval.Protocol;
import dev.marquee.cf.eval.Trial;
import dev.marquee.cf.eval.Tuning;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Estimator;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.launcher.cli.CommandLines;
import dev.marquee.launcher.cli.HelpOption;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code ./run tune}: searches hyper-parameters on validation splits.
 */
@Command(name = "tune", description = {
        "Tries hyper-parameters out on validation splits: the training part of a protocol is divided once more, and"
                + " what the protocol tests is left alone.",
        ""}, customSynopsis = "./run tune --data=PATH --algorithm=A --grid=OPTION=V1,V2... [OPTION]...")
public final class TuneCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin
    private final TrainingSetup training = new TrainingSetup();

    @Option(names = "--protocol", paramLabel = "NAME", description = "whose training part is divided: folds, kfold,"
            + " random, leave-last, time, newcomers, or validation (default): folds where the data have them, else"
            + " random", converter = ProtocolNames.class)
    private Protocol protocol = Protocol.VALIDATION;

    @Option(names = "--algorithm", paramLabel = "A", description = "one of"
            + " ${COMPLETION-CANDIDATES}", converter = AlgorithmNames.class,
            completionCandidates = AlgorithmNames.class)
    private @Nullable Algorithm<?> algorithm;

    @Option(names = "--grid", paramLabel = "OPTION=V1,V2", description = "values of an option; may be repeated: all"
            + " combinations are tried")
    private List<String> grids = List.of();

    @Option(names = "--random", paramLabel = "N", description = "try N random combinations instead")
    private @Nullable Integer random;

    @Option(names = "--range", paramLabel = "OPTION=L..H", description = "with --random: any number from L to H; with"
            + " :log behind it, each power of ten is as likely as another, such as regularization=0.01..10:log; may be"
            + " repeated")
    private List<String> ranges = List.of();

    @Option(names = "--metric", paramLabel = "M", description = "what decides: rmse, mae, ndcg@10, recall@20 and the"
            + " like (default rmse, or ndcg@10 for algorithms that predict no stars)")
    private @Nullable String metric;

    @Option(names = "--set", paramLabel = "A.OPTION=VALUE", description = "a value for an option that is not searched;"
            + " may be repeated")
    private List<String> sets = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "write each trial to DIR/A.trials.jsonl; trials that are"
            + " there are not repeated")
    private @Nullable File folder;

    @Mixin
    private final DivisionSetup division = new DivisionSetup();

    @Mixin
    private final RankingSetup ranking = new RankingSetup();

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli fills it
    private final HelpOption help = new HelpOption();

    private TuneCommand(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        CommandLines.main(line(System.out), args);
    }

    /** @param out for the tables */
    static CommandLine line(PrintStream out) {
        return CommandLines.of(new TuneCommand(out));
    }

    @Override
    public Integer call() {
        Algorithm<?> tuned = algorithm();
        Map<Map<String, String>, Estimator<?>> trials = trials(tuned);
        RatingData data = training.source();
        Tuning tuning = tuning(tuned, data);
        tuning.requireFits(tuned);
        Optional<TrialLog> log = Optional.ofNullable(folder)
                .map(to -> new TrialLog(to.toPath(), tuned.id(), data.path().toAbsolutePath().normalize() + " "
                        + (data.content().isEmpty() ? "" : data.content().entries() + " features ")
                        + division.options() + " " + tuning.outer() + " " + tuning.ranking() + " " + tuning.seeds()
                        + " " + tuning.metric()));
        search(tuned, trials, tuning, log);
        return 0;
    }

    private Algorithm<?> algorithm() {
        if (algorithm == null) {
            throw new InvalidRequest("--algorithm", "is needed: whose options to tune");
        }
        return algorithm;
    }

    private void search(Algorithm<?> tuned, Map<Map<String, String>, Estimator<?>> trials, Tuning tuning,
            Optional<TrialLog> log) {
        TrialTable table = new TrialTable(out, tuning, trials.size());
        log.ifPresent(file -> out.println("Trials are kept in " + file.file()));
        table.header();
        trials.forEach((settings, estimator) -> {
            Optional<Trial> before = log.flatMap(file -> file.find(settings, estimator.options()));
            Trial trial = before.orElseGet(() -> tuning.run(estimator, settings));
            if (before.isEmpty()) {
                log.ifPresent(file -> file.add(trial, tuning.metric()));
            }
            table.add(trial, before.isPresent());
        });
        table.end(tuned);
    }

    private Tuning tuning(Algorithm<?> tuned, RatingData data) {
        String judge = metric == null ? Tuning.metric(tuned) : metric;
        return new Tuning(new Divider(data, division.options()), protocol, ranking.protocolFor(judge),
                training.seeds(), judge);
    }

    /** All options that will be tried, checked before the first is. */
    private Map<Map<String, String>, Estimator<?>> trials(Algorithm<?> tuned) {
        Estimator<?> base = training.estimators(List.of(tuned), sets).getFirst();
        SearchSpace space = SearchSpace.of(grids, ranges);
        if (random != null && random < 1) {
            throw new InvalidRequest("--random", "must be 1 or more, is " + random);
        }
        Map<Map<String, String>, Estimator<?>> trials = new LinkedHashMap<>();
        for (Map<String, String> settings : random == null
                ? space.all()
                : space.random(random, base.options(), training.seeds().getFirst())) {
            requireNotSet(tuned, settings.keySet());
            trials.put(settings, base.with(settings));
        }
        return trials;
    }

    private void requireNotSet(Algorithm<?> tuned, Set<String> searched) {
        for (String option : searched) {
            if (sets.stream().anyMatch(set -> set.startsWith(tuned.id() + "." + option + "="))) {
                throw new InvalidRequest("--set", "sets " + option + ", which is searched");
            }
        }
    }
}
