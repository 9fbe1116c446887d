package dev.marquee.similarity.catalogue;

import dev.marquee.common.postgres.BoundedWait;
import dev.marquee.similarity.movie.Movie;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Single movies. Never blocks; each method is a transaction of its own. Thread-safe. Writers wait for each other and
 * for an import, but not for long, and never with all of the database's connections.
 */
@ApplicationScoped
public class MovieRepository implements PanacheRepositoryBase<MovieEntity, Long> {
    private static final String COUNTS = """
            select (select count(*) from movie), (select count(*) from person), (select count(*) from credit),
              (select count(*) from movie_tag)""";

    private static final String REMEMBER_DELETION = """
            insert into movie_deleted (movie_id, deleted_at) values (:movie, now())
            on conflict (movie_id) do update set deleted_at = excluded.deleted_at""";
    private static final String FORGET_DELETION = "delete from movie_deleted where movie_id = :movie";
    /** How long a writer waits for others, such as an import. */
    private static final String BOUND_WAIT = "select set_config('lock_timeout', '1500', true)";
    private static final int LONGEST_MILLIS = 5000;

    /**
     * @return the movie, or {@code null} where there is none
     */
    public Uni<@Nullable Movie> read(long movieId) {
        return BoundedWait
                .of(Panache.withSession(() -> loaded(movieId).map(entity -> entity == null ? null : entity.toMovie())));
    }

    /**
     * Stores a movie as it is given: what was stored under its id before is replaced. A person's name is the one given
     * last, for all movies of that person.
     *
     * @param sender tells the other replicas
     */
    @Bulkhead(value = 2, waitingTaskQueue = 100)
    @Timeout(LONGEST_MILLIS)
    public Uni<StoredMovie> store(Movie movie, ChangeSender sender) {
        return Panache.withTransaction(() -> Panache.getSession().flatMap(session -> lock(session)
                .flatMap(locked -> People.of(session, movie))
                .flatMap(people -> loaded(movie.movieId()).flatMap(found -> replace(session, found, movie, people)))
                .call(stored -> deletion(session, FORGET_DELETION, movie.movieId()))
                .call(stored -> send(session, sender.message(stored.touched())))));
    }

    private static Uni<StoredMovie> replace(Mutiny.Session session, @Nullable MovieEntity found, Movie movie,
            People people) {
        MovieEntity entity = found == null ? new MovieEntity(movie.movieId()) : found;
        Set<String> before = entity.personIds();
        entity.become(movie, people.byId());
        Uni<Void> written = found == null ? session.persist(entity) : Uni.createFrom().voidItem();
        return written.call(session::flush).call(() -> People.forgetIdle(session, before))
                .flatMap(done -> People.moviesOf(session, people.renamed())).map(sharing -> {
                    Set<Long> touched = new HashSet<>(sharing);
                    touched.add(movie.movieId());
                    return new StoredMovie(found == null, touched);
                });
    }

    /**
     * @param sender tells the other replicas
     * @return whether there was such a movie
     */
    @Bulkhead(value = 2, waitingTaskQueue = 100)
    @Timeout(LONGEST_MILLIS)
    public Uni<Boolean> remove(long movieId, ChangeSender sender) {
        return Panache.withTransaction(() -> Panache.getSession().flatMap(session -> lock(session)
                .flatMap(locked -> loaded(movieId)).flatMap(found -> found == null
                        ? Uni.createFrom().item(false)
                        : remove(session, found).call(() -> deletion(session, REMEMBER_DELETION, movieId))
                                .call(() -> send(session, sender.message(Set.of(movieId))))
                                .replaceWith(true))));
    }

    private static Uni<Void> remove(Mutiny.Session session, MovieEntity entity) {
        Set<String> people = entity.personIds();
        return session.remove(entity).call(session::flush).call(() -> People.forgetIdle(session, people));
    }

    private static Uni<Integer> deletion(Mutiny.Session session, String sql, long movieId) {
        return session.createNativeQuery(sql).setParameter("movie", movieId).executeUpdate();
    }

    public Uni<CatalogueCounts> counts() {
        return BoundedWait.of(Panache.withSession(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(COUNTS, Object[].class).getSingleResult())
                .map(row -> new CatalogueCounts(number(row[0]), number(row[1]), number(row[2]), number(row[3])))));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    /** With its collections, as becoming a {@link Movie} needs them. */
    private Uni<@Nullable MovieEntity> loaded(long movieId) {
        return findById(movieId).call(entity -> entity == null
                ? Uni.createFrom().voidItem()
                : Mutiny.fetch(entity.credits).call(() -> Mutiny.fetch(entity.tags)));
    }

    private static Uni<Long> lock(Mutiny.Session session) {
        return session.createNativeQuery(BOUND_WAIT, String.class).getSingleResult()
                .chain(() -> session.createNativeQuery(CatalogueLock.TAKE, Long.class).getSingleResult());
    }

    private static Uni<Long> send(Mutiny.Session session, String message) {
        return session.createNativeQuery(ChangeSender.SEND_TEXT, Long.class).setParameter("message", message)
                .getSingleResult();
    }
}
