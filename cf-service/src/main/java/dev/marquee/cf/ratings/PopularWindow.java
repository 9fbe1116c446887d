package dev.marquee.cf.ratings;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Popular movies of some time, best first.
 *
 * @param since only ratings after this time counted; {@code null}: all did, or no rating has a time
 */
public record PopularWindow(@Nullable Instant since, List<PopularMovie> movies) {}
