package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.catalogue.Metadata;
import dev.marquee.cf.ratings.PopularMovie;
import java.util.List;

/**
 * Popular movies, best first.
 *
 * @param metadata what the catalogue says of them
 * @param notes what the reader should know of this list
 */
public record PopularList(List<PopularMovie> movies, Metadata metadata, List<String> notes) {}
