package dev.marquee.cf.app.training;

import java.util.Map;

/**
 * What is asked of a training, with all that the request left open filled in.
 *
 * @param algorithm its name, a text, because the table may hold trainings of algorithms that are no longer known
 * @param role its name, a text likewise
 * @param options all hyper-parameters
 * @param seed of the options where they have one, and of what is held out
 * @param holdout fraction of the ratings to judge the model by
 * @param validation fraction of the rest to choose the number of epochs by; 0 of trainings from before this was kept,
 *            which have no checkpoint to be gone on from
 * @param refit whether it trains anew on all ratings at the end
 */
public record TrainingSpec(String algorithm, String role, Map<String, Object> options, long seed, double holdout,
        double validation, boolean refit) {}
