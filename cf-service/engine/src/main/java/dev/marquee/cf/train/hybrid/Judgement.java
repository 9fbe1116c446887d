package dev.marquee.cf.train.hybrid;

import dev.marquee.cf.boost.Forest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is best on ratings that neither level learnt from: one of the models alone, their mean, or the mean with trees.
 * All are asked without times, as the service asks.
 *
 * @param candidates the models in their order, the mean, and the trees
 * @param ratings that they were judged by
 * @param variance that was expected of them, 0 where none was
 */
record Judgement(List<Candidate> candidates, int ratings, double variance) {
    private static final String MEAN = "mean";
    private static final String TREES = "hybrid";

    /** One of them, with its errors. */
    record Candidate(String name, double rmse, double mae) {}

    static Judgement of(RowErrors errors, BitSet judging, List<String> names, Forest tried) {
        List<Candidate> candidates = new ArrayList<>();
        for (int part = 0; part < names.size(); part++) {
            candidates.add(candidate(names.get(part), errors, judging, errors.of(part)));
        }
        candidates.add(candidate(MEAN, errors, judging, errors::mean));
        candidates.add(candidate(TREES, errors, judging, errors.untimed(tried)));
        return new Judgement(candidates, judging.cardinality(), errors.variance(judging));
    }

    private static Candidate candidate(String name, RowErrors errors, BitSet judging, RowErrors.Predicted predicted) {
        return new Candidate(name, errors.rmse(judging, predicted), errors.mae(judging, predicted));
    }

    private Candidate best() {
        return candidates.stream().min(Comparator.comparingDouble(Candidate::rmse)).orElseThrow();
    }

    boolean keepsTrees() {
        return best().name().equals(TREES);
    }

    /** The model that is best alone, or -1. */
    int part() {
        int place = candidates.indexOf(best());
        return place < candidates.size() - 2 ? place : -1;
    }

    /** How many times as large the squared errors of the best are as was expected; 1 where nothing was expected. */
    double variances() {
        return variance > 0 ? best().rmse() * best().rmse() / variance : 1;
    }

    String note() {
        String figures = candidates.stream().map(each -> String.format(Locale.ROOT, "%s %.4f and %.4f", each.name(),
                each.rmse(), each.mae())).collect(Collectors.joining(", "));
        return "RMSE and MAE, without times, on " + ratings + " ratings that neither level learnt from: " + figures
                + ". " + kept();
    }

    private String kept() {
        if (keepsTrees()) {
            return "The model is the hybrid.";
        }
        String kept = best().name();
        return "The second stage is no better, so the model is "
                + (kept.equals(MEAN) ? "the mean." : kept + " alone.");
    }
}
