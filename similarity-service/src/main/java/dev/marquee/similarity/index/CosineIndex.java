package dev.marquee.similarity.index;

import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.error.UnknownId;
import dev.marquee.common.rank.Scored;
import dev.marquee.common.rank.TopK;
import dev.marquee.similarity.features.FeatureEncoder;
import dev.marquee.similarity.features.FeatureSpace;
import dev.marquee.similarity.features.FeatureWeights;
import dev.marquee.similarity.features.SparseVector;
import dev.marquee.similarity.features.Version;
import dev.marquee.similarity.movie.Movie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exact cosine neighbours of all movies. Immutable, thread-safe: a change gives a new index that shares the unchanged
 * part with the old one.
 *
 * <p>
 * Answers hold movies with a score above 0 only, best first, equal scores by ascending id.
 *
 * <p>
 * <b>Changes.</b> {@link #with} and {@link #without} leave the rarity (IDF) of all features as it was when the index
 * was built; a feature that is new counts as that of a single movie. Scores therefore drift slowly from those of a
 * fresh build; build again after an import. Changed movies are kept beside the bulk until there are
 * {@value #MOST_CHANGES}, then folded into it, which takes that one change a tenth of a second for 62,000 movies.
 */
public final class CosineIndex {
    static final int MOST_CHANGES = 1024;

    private final FeatureEncoder encoder;
    private final IndexedMovies indexed;
    private final Changes changes;
    /** Worked out when it is first asked for; two threads may work out the same. */
    private volatile @Nullable Long version;

    private CosineIndex(FeatureEncoder encoder, IndexedMovies indexed, Changes changes) {
        this.encoder = encoder;
        this.indexed = indexed;
        this.changes = changes;
    }

    /**
     * @param movies with distinct ids, any order
     * @throws IllegalArgumentException if two movies have one id
     */
    public static CosineIndex build(Collection<Movie> movies, FeatureWeights weights) {
        return build(movies, FeatureEncoder.fit(movies, weights));
    }

    /** With features and rarities that are known already. */
    static CosineIndex build(Collection<Movie> movies, FeatureEncoder encoder) {
        List<Movie> ascending = movies.stream().sorted(Comparator.comparingLong(Movie::movieId)).toList();
        IndexedMovies indexed = IndexedMovies.of(ascending, encoder.encodeAll(ascending));
        return new CosineIndex(encoder, indexed, Changes.none(indexed.size()));
    }

    /** How many movies there are. */
    public int size() {
        return indexed.size() - changes.hiddenCount() + changes.added().size();
    }

    public boolean contains(long movieId) {
        return changes.find(movieId) >= 0 || indexedNumber(movieId) >= 0;
    }

    /**
     * @throws UnknownId if there is no such movie
     */
    public Movie movie(long movieId) {
        int place = changes.find(movieId);
        return place >= 0 ? changes.added().get(place).movie() : indexed.movie(knownNumber(movieId));
    }

    /** How many features are known. */
    public int featureCount() {
        return encoder.space().size();
    }

    /** Visits the movies with their vectors, by ascending id from the one behind {@code after} on. */
    public void rows(long after, RowVisitor visitor) {
        changes.visit(indexed, after, visitor);
    }

    /** Names the numbers of the columns; see {@link FeatureSpace#version}. */
    public long spaceVersion() {
        return encoder.space().version();
    }

    /** Names all that {@link #rows} tells: where anything of it is different, so is this. */
    public long version() {
        Long known = version;
        if (known == null) {
            Version all = new Version();
            all.add(spaceVersion());
            rows(Long.MIN_VALUE, (movieId, row) -> {
                all.add(movieId);
                for (int i = 0; i < row.size(); i++) {
                    all.add(((long) row.column(i) << 32) + Float.floatToIntBits(row.value(i)));
                }
                return true;
            });
            known = all.value();
            version = known;
        }
        return known;
    }

    /**
     * The movies most like one movie, which is itself not among them.
     *
     * @param limit how many at most, 0 or more
     * @throws UnknownId if there is no such movie
     * @throws InvalidRequest if the limit is negative
     */
    public List<Neighbour> similar(long movieId, int limit, MovieFilter filter) {
        return search(vector(movieId), new long[]{movieId}, limit, filter);
    }

    /**
     * Makes a profile ready to be asked about: the weighted sum of the vectors of its movies. A movie that is named
     * twice counts with the sum of its weights.
     *
     * @throws UnknownId if a movie of the profile is not there
     */
    public ProfileQuery profile(List<WeightedMovie> movies) {
        return new ProfileQuery(this, movies, movies.stream().map(movie -> vector(movie.movieId())).toList());
    }

    /**
     * What the two movies share.
     *
     * @param otherId the neighbour to be explained
     * @param most how many features are named at most, the largest shares first
     * @throws UnknownId if one of them is not there
     */
    public Explanation explain(long movieId, long otherId, int most) {
        return explainer(otherId).features(vector(movieId), most);
    }

    /** An index in which the movie is new, or as given. */
    public CosineIndex with(Movie changed) {
        FeatureEncoder extended = encoder.with(changed);
        Changes next = changes.hiding(indexed.ids().indexOf(changed.movieId())).adding(changed,
                extended.encode(changed));
        return new CosineIndex(extended, indexed, next).folded();
    }

    /**
     * An index that lacks the movie.
     *
     * @throws UnknownId if there is no such movie
     */
    public CosineIndex without(long movieId) {
        if (!contains(movieId)) {
            throw new UnknownId("movie", movieId);
        }
        Changes next = changes.hiding(indexed.ids().indexOf(movieId)).removing(id -> id == movieId);
        return new CosineIndex(encoder, indexed, next).folded();
    }

    /** @param left the movies that are not to be found, ascending */
    List<Neighbour> search(SparseVector query, long[] left, int limit, MovieFilter filter) {
        if (limit < 0) {
            throw new InvalidRequest("limit", "must be 0 or more, is " + limit);
        }
        int most = Math.min(limit, size());
        Changes visible = changes.hiding(Arrays.stream(left).mapToInt(indexed.ids()::indexOf).toArray())
                .removing(id -> Arrays.binarySearch(left, id) >= 0);
        List<Scored> best = indexed.searches().use(search -> {
            TopK top = new TopK(most);
            search.run(query, indexed.filters().eligible(filter, visible.hidden()), top);
            return top.drain();
        });
        List<Neighbour> found = new ArrayList<>(best.size());
        for (Scored scored : best) {
            found.add(new Neighbour(indexed.ids().idOf(scored.index()), scored.score()));
        }
        return visible.added().isEmpty() ? found : visible.merge(found, query, featureCount(), indexed, most, filter);
    }

    /** The movie's vector; throws as {@link #movie}. */
    private SparseVector vector(long movieId) {
        int place = changes.find(movieId);
        return place >= 0 ? changes.added().get(place).vector() : indexed.vector(knownNumber(movieId));
    }

    Explainer explainer(long otherId) {
        return new Explainer(encoder.space(), movie(otherId), vector(otherId));
    }

    private int indexedNumber(long movieId) {
        int number = indexed.ids().indexOf(movieId);
        return number >= 0 && !changes.isHidden(number) ? number : -1;
    }

    private int knownNumber(long movieId) {
        int number = indexedNumber(movieId);
        if (number < 0) {
            throw new UnknownId("movie", movieId);
        }
        return number;
    }

    /** This index with its changes in the indexed movies, where they have become too many to be carried along. */
    private CosineIndex folded() {
        if (changes.size() <= MOST_CHANGES) {
            return this;
        }
        IndexedMovies next = changes.applyTo(indexed, featureCount());
        return new CosineIndex(encoder, next, Changes.none(next.size()));
    }
}
