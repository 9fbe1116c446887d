package dev.marquee.cf.app.explore;

import dev.marquee.cf.app.catalogue.Metadata;
import java.util.List;

/**
 * What the model finds alike, nearest first.
 *
 * @param metadata what is known of the movies among them
 * @param notes why the list is short, where it is; meant for people
 */
public record Nearest(long modelId, List<Neighbour> items, Metadata metadata, List<String> notes) {

    /**
     * A movie or a user.
     *
     * @param similarity cosine of the factors
     * @param ratings how many the model knows it by
     */
    public record Neighbour(long id, float similarity, int ratings) {}
}
