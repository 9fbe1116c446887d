package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.catalogue.Catalogue;
import dev.marquee.cf.app.catalogue.Genres;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
     *         similarity-service does not answer, and with {@link dev.marquee.common.error.InvalidRequest} where there
     *         is no such genre
     */
    public Uni<PopularList> list(int limit, @Nullable String genre, @Nullable Integer yearFrom,
            @Nullable Integer yearTo) {
        return genres.named(genre).map(
                name -> new ListRequest(limit, name, yearFrom, yearTo, Set.of(), 0, Strategy.POPULAR, false))
                .flatMap(this::list);
    }

    private Uni<PopularList> list(ListRequest request) {
        return popular.pick(NOBODY, request, List.of())
                .flatMap(list -> catalogue.describe(list.mentioned())
                        .map(metadata -> new PopularList(
                                list.movies().stream().map(movie -> movie.candidate().popular()).toList(), metadata,
                                metadata.complete() ? List.of() : List.of(Catalogue.NO_TITLES))));
    }
}
