package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.catalogue.Metadata;
import dev.marquee.cf.ratings.PopularMovie;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Popular movies, best first.
 *
 * @param since only ratings after this time counted; {@code null}: all did, or no rating has a time
 * @param metadata what the catalogue says of them
 * @param notes what the reader should know of this list
 */
public record PopularList(@Nullable Instant since, List<PopularMovie> movies, Metadata metadata,
        List<String> notes) {}
