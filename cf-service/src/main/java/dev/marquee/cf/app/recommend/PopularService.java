package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.catalogue.Catalogue;
import dev.marquee.cf.app.catalogue.Genres;
import dev.marquee.cf.app.catalogue.Metadata;
import dev.marquee.cf.app.recommend.PopularMovies.Popular;
import dev.marquee.cf.ratings.PopularMovie;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Popular movies for nobody in particular. Never blocks. Thread-safe.
 */
@ApplicationScoped
public class PopularService {
    private static final Profile NOBODY = Profile.of(new TreeMap<>());

    private final PopularMovies popular;
    private final Catalogue catalogue;
    private final Genres genres;

    PopularService(PopularMovies popular, Catalogue catalogue, Genres genres) {
        this.popular = popular;
        this.catalogue = catalogue;
        this.genres = genres;
    }

    /**
     * @param genre {@code null}: any; likewise the years
     * @return fails with {@link dev.marquee.common.error.UpstreamUnavailable} where there are filters and
     *         similarity-service does not answer, with {@link dev.marquee.common.error.InvalidRequest} where there is
     *         no such genre, and with {@link dev.marquee.common.error.TemporarilyUnavailable} where ratings of other
     *         days are being counted
     */
    public Uni<PopularList> list(PopularWish wish, int limit, @Nullable String genre, @Nullable Integer yearFrom,
            @Nullable Integer yearTo) {
        return genres.named(genre).map(
                name -> new ListRequest(limit, name, yearFrom, yearTo, Set.of(), 0, 0.0, Strategy.POPULAR, false))
                .flatMap(request -> popular.ranked(NOBODY, request, wish, null)
                        .flatMap(found -> describe(found, wish, limit)));
    }

    private Uni<PopularList> describe(Popular found, PopularWish wish, int limit) {
        List<PopularMovie> movies = found.movies().stream().limit(limit)
                .map(movie -> Objects.requireNonNull(movie.candidate().popular())).toList();
        return catalogue.describe(movies.stream().map(PopularMovie::movieId).toList())
                .map(metadata -> new PopularList(found.window().since(), movies, metadata,
                        notes(found, wish, metadata)));
    }

    private static List<String> notes(Popular found, PopularWish wish, Metadata metadata) {
        List<String> notes = new ArrayList<>();
        if (wish.days() != null && found.window().since() == null) {
            notes.add("No rating has a time, so there are no last days.");
        }
        Long tooFew = found.window().tooFew();
        if (tooFew != null) {
            notes.add("The last " + wish.days() + " days hold only " + tooFew
                    + (tooFew == 1 ? " rating" : " ratings") + ", too few for a list: it goes back further.");
        }
        if (!metadata.complete()) {
            notes.add(Catalogue.NO_TITLES);
        }
        return notes;
    }
}
