package dev.marquee.similarity.app;

import dev.marquee.common.error.UnknownId;
import dev.marquee.common.postgres.WritersBusy;
import dev.marquee.similarity.catalogue.CatalogueCounts;
import dev.marquee.similarity.catalogue.MovieRepository;
import dev.marquee.similarity.movie.Movie;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Single movies: read from the database and changed there; a change is answered only when the index has followed it.
 * Never blocks. Thread-safe.
 */
@Singleton
public class CatalogueService {
    private static final Logger LOG = Logger.getLogger(CatalogueService.class);

    private final MovieRepository repository;
    private final CatalogueIndex index;

    CatalogueService(MovieRepository repository, CatalogueIndex index) {
        this.repository = repository;
        this.index = index;
    }

    /**
     * @return fails with {@link UnknownId} where there is no such movie
     */
    public Uni<Movie> get(long movieId) {
        return repository.read(movieId).onItem().ifNull().failWith(() -> new UnknownId("movie", movieId));
    }

    /** A movie as it is stored now, and whether it was new. */
    public record Stored(Movie movie, boolean created) {}

    /**
     * Stores a movie in the place of any with its id.
     *
     * @return fails with {@link dev.marquee.common.error.TemporarilyUnavailable} while others keep it waiting
     */
    public Uni<Stored> put(Movie movie) {
        return told(repository.store(movie, index.sender())).call(stored -> index.refresh(stored.touched()))
                .invoke(stored -> LOG.infof("Movie %d %s: %s", movie.movieId(), stored.created() ? "added" : "changed",
                        movie.title()))
                .map(stored -> new Stored(movie, stored.created()));
    }

    /**
     * @return fails with {@link UnknownId} where there is no such movie
     */
    public Uni<Void> delete(long movieId) {
        return told(repository.remove(movieId, index.sender())).map(removed -> {
            if (!removed) {
                throw new UnknownId("movie", movieId);
            }
            return List.of(movieId);
        }).call(index::refresh).invoke(() -> LOG.infof("Movie %d deleted", movieId)).replaceWithVoid();
    }

    private static <T> Uni<T> told(Uni<T> written) {
        return WritersBusy.told(written, "The catalogue is being written by others, perhaps by an import.");
    }

    public Uni<CatalogueCounts> counts() {
        return repository.counts();
    }
}
