package dev.marquee.cf.ratings;

import dev.marquee.cf.ingest.RatingConsumer;
import dev.marquee.common.imports.ConflictRule;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.Rejections;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stored ratings: whoever needs ratings, or what is summed up of them, or changes them, asks here. What is asked is
 * always read afresh from the database. Methods that return a {@link Uni} never block; the others do, and are for
 * worker threads. Thread-safe.
 */
@Singleton
public class RatingStore {
    private final RatingRepository entities;
    private final RatedMoviesReader rated;
    private final RatingWrites writes;
    private final RatingTableReader table;
    private final PopularWindowReader windows;
    private final BulkRatingImport imports;

    RatingStore(RatingRepository entities, RatedMoviesReader rated, RatingWrites writes, RatingTableReader table,
            PopularWindowReader windows, BulkRatingImport imports) {
        this.entities = entities;
        this.rated = rated;
        this.writes = writes;
        this.table = table;
        this.windows = windows;
        this.imports = imports;
    }

    /** A page of a user's ratings, the latest first. */
    public Uni<List<RatingEntity>> latest(long userId, int page, int size) {
        return entities.latest(userId, page, size);
    }

    /** All that a user rated, as lists need it; without movies for an unknown user. */
    public Uni<RatedMovies> rated(long userId) {
        return rated.ofUser(userId);
    }

    /** By user, without times; one who is unknown is not there. */
    public Uni<Map<Long, RatedMovies>> rated(Collection<Long> userIds) {
        return rated.ofUsers(userIds);
    }

    /** {@code null} where the user has no ratings. */
    public Uni<@Nullable RaterEntity> rater(long userId) {
        return entities.rater(userId);
    }

    /** A page of users by id. */
    public Uni<List<RaterEntity>> raters(int page, int size) {
        return entities.raters(page, size);
    }

    public Uni<Long> countRaters() {
        return entities.countRaters();
    }

    /** Those of the movies that are known here. */
    public Uni<List<RatedMovieEntity>> movies(Collection<Long> movieIds) {
        return entities.movies(movieIds);
    }

    /**
     * Movies that have ratings, in the order of the rule.
     *
     * @param limit how many
     */
    public Uni<List<PopularMovie>> popular(PopularRule rule, int limit) {
        return entities.popular(rule, limit);
    }

    /**
     * All movies with ratings of the last days of the data, in the order of the rule; the more users rated in these
     * days, the longer it takes. Blocks.
     *
     * @param days before the newest rating, 1 or more; further back where they hold too few ratings
     * @return without movies where no rating has a time
     * @throws IllegalStateException if the database cannot be read
     */
    public PopularWindow popularWithin(PopularRule rule, int days) {
        return windows.read(rule, days);
    }

    /** How many ratings there are of each number of stars; goes through all of them. */
    public Uni<Map<String, Long>> histogram() {
        return entities.histogram();
    }

    public Uni<RatingStats> stats() {
        return entities.stats();
    }

    /**
     * Stores one rating; what the user said of the movie before is replaced.
     *
     * @return fails as {@link #putAll} where others are in the way
     */
    public Uni<Void> put(NewRating rating) {
        return writes.put(rating);
    }

    /**
     * Stores many ratings, all or none.
     *
     * @param ratings at most one for each user and movie
     * @return fails with something that {@link dev.marquee.common.postgres.WritersBusy} knows where others are in the
     *         way
     */
    public Uni<Void> putAll(List<NewRating> ratings) {
        return writes.putAll(ratings);
    }

    /**
     * Takes a rating back.
     *
     * @return fails with {@link dev.marquee.common.error.UnknownId} where there is none, and as {@link #putAll}
     */
    public Uni<Void> delete(long userId, long movieId) {
        return writes.delete(userId, movieId);
    }

    /** Whether nobody has rated anything. Blocks. */
    public boolean isEmpty() {
        return table.isEmpty();
    }

    /**
     * Delivers every rating once, in no particular order, as one consistent state: millions a second in constant
     * memory. Blocks.
     *
     * @return number of ratings
     * @throws IllegalStateException if the database cannot be read
     */
    public long readAll(RatingConsumer consumer) {
        return table.read(consumer);
    }

    /**
     * Imports a folder's ratings and the ids of its movies, as a whole or not at all: see {@link BulkRatingImport#run}.
     * Blocks.
     */
    public Map<String, Long> importAll(DatasetFolder folder, ConflictRule rule, Rejections rejections,
            IngestProgress progress) {
        return imports.run(folder, rule, rejections, progress);
    }

    /** Removes what an import left whose process was killed, unless another one runs. Blocks. */
    public void clearLeftImport() {
        imports.clearLeft();
    }
}
