package dev.marquee.cf.app.models;

import java.time.Instant;
import java.util.Map;

/**
 * A stored model.
 *
 * @param options all hyper-parameters
 * @param bytes size of its arrays
 * @param active whether it is the one that answers in its role
 * @param previous whether it was the active one before, and can be gone back to
 */
public record StoredModel(long id, String role, String algorithm, Map<String, Object> options, long seed,
        DataSnapshot snapshot, ModelReport report, long bytes, boolean active, boolean previous, Instant createdAt) {}
