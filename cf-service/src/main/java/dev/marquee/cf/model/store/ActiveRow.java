package dev.marquee.cf.model.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which model is active in a role, and which one was before it.
 *
 * @param previousId the way back; {@code null} where there is none
 */
public record ActiveRow(String role, long modelId, @Nullable Long previousId, Instant activatedAt) {}
