package dev.marquee.cf.model.store;

/**
 * What is known of a model that is to be stored, besides its arrays.
 *
 * @param role what it is for: {@code rating} or {@code ranking}
 * @param algorithm the trainer's name
 * @param options all hyper-parameters as JSON
 * @param seed what its random numbers came from
 * @param snapshot facts about the ratings that it was trained on, as JSON
 * @param report the evaluation on held-out ratings, as JSON
 */
public record NewModel(String role, String algorithm, String options, long seed, String snapshot, String report) {}
