package dev.marquee.cf.model.store;

import java.time.Instant;

/**
 * What is known of a stored model besides its arrays.
 *
 * @param id given by the store
 * @param role what it is for: {@code rating} or {@code ranking}
 * @param algorithm the trainer's name
 * @param options all hyper-parameters as JSON
 * @param seed what its random numbers came from
 * @param snapshot facts about the ratings that it was trained on, as JSON
 * @param report the evaluation on held-out ratings, as JSON
 * @param bytes size of its arrays
 * @param createdAt when it was stored
 */
public record ModelRow(long id, String role, String algorithm, String options, long seed, String snapshot,
        String report, long bytes, Instant createdAt) {}
