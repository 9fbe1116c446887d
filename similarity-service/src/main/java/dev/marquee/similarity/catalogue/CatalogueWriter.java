package dev.marquee.similarity.catalogue;

import dev.marquee.common.imports.ConflictRule;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.postgres.Sql;
import dev.marquee.similarity.movie.Credit;
import dev.marquee.similarity.movie.Movie;
import dev.marquee.similarity.movie.TagCount;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * Writes many movies at once: COPY into temporary tables, then one set-based statement for each table. Blocks; the
 * caller owns the transaction, so either all of it takes effect or nothing.
 */
final class CatalogueWriter {
    private static final int CHECK_EVERY = 1024;
    private static final String[] STAGING = {
            "create temp table new_movie (like movie) on commit drop",
            "create temp table new_person (like person) on commit drop",
            "create temp table new_credit (like credit) on commit drop",
            "create temp table new_tag (like movie_tag) on commit drop"};
    private static final String ANALYZE = "analyze new_movie, new_person, new_credit, new_tag";
    private static final String MOVIES = """
            insert into movie select * from new_movie
            on conflict (id) do update set (title, year, runtime_minutes, genres, imdb_id, tmdb_id, edited_at)
              = (excluded.title, excluded.year, excluded.runtime_minutes, excluded.genres, excluded.imdb_id,
                 excluded.tmdb_id, null)""";
    private static final String PEOPLE = """
            insert into person select * from new_person
            on conflict (id) do update set name = excluded.name where person.name <> excluded.name""";
    private static final String[] PARTS = {
            "delete from credit where movie_id in (select id from new_movie)",
            "delete from movie_tag where movie_id in (select id from new_movie)",
            "insert into credit select * from new_credit", "insert into movie_tag select * from new_tag",
            "delete from person where not exists (select 1 from credit where person_id = person.id)"};

    private final Connection connection;
    private final IngestProgress progress;

    /**
     * @param connection with a transaction open
     */
    CatalogueWriter(Connection connection, IngestProgress progress) {
        this.connection = connection;
        this.progress = progress;
    }

    /**
     * Stores those of the movies that count; others stay as they are. Takes the catalogue's lock as late as it can; the
     * end of the transaction releases it.
     *
     * @param sender tells the replicas when the transaction takes effect
     * @return what became of the movies: added, replaced, kept, deleted
     * @throws CancellationException when the progress says to stop
     */
    Map<String, Long> write(Collection<Movie> movies, ConflictRule rule, ChangeSender sender) throws SQLException {
        Sql.execute(connection, STAGING);
        copyMovies(movies);
        copyPeople(movies);
        copyCredits(movies);
        copyTags(movies);
        Sql.execute(connection, ANALYZE, CatalogueLock.TAKE);
        MovieConflicts conflicts = new MovieConflicts(connection, rule);
        Map<String, Long> counts = conflicts.decide();
        Sql.execute(connection, MOVIES, PEOPLE + " and " + conflicts.mayRename());
        for (String sql : PARTS) {
            stopIfCancelled();
            Sql.execute(connection, sql);
        }
        Sql.rows(connection, row -> row.getLong(1), ChangeSender.SEND, sender.everything());
        return counts;
    }

    private void copyMovies(Collection<Movie> movies) throws SQLException {
        try (CopyText copy = new CopyText(connection,
                "new_movie (id, title, year, runtime_minutes, genres, imdb_id, tmdb_id)")) {
            long rows = 0;
            for (Movie movie : movies) {
                copy.add(movie.movieId()).add(movie.title()).add(movie.year()).add(movie.runtimeMinutes())
                        .addArray(movie.genres()).add(movie.imdbId()).add(movie.tmdbId()).endRow();
                tell(++rows, movies.size());
            }
            copy.finish();
        }
    }

    private void copyPeople(Collection<Movie> movies) throws SQLException {
        Map<String, String> names = new HashMap<>();
        movies.forEach(movie -> movie.credits().forEach(credit -> names.put(credit.personId(), credit.name())));
        try (CopyText copy = new CopyText(connection, "new_person (id, name)")) {
            for (Map.Entry<String, String> person : names.entrySet()) {
                copy.add(person.getKey()).add(person.getValue()).endRow();
            }
            copy.finish();
        }
    }

    private void copyCredits(Collection<Movie> movies) throws SQLException {
        try (CopyText copy = new CopyText(connection, "new_credit (movie_id, role, position, person_id)")) {
            for (Movie movie : movies) {
                stopIfCancelled();
                for (Credit credit : movie.credits()) {
                    copy.add(movie.movieId()).add(credit.role()).add(credit.position()).add(credit.personId()).endRow();
                }
            }
            copy.finish();
        }
    }

    private void copyTags(Collection<Movie> movies) throws SQLException {
        try (CopyText copy = new CopyText(connection, "new_tag (movie_id, position, tag, count)")) {
            for (Movie movie : movies) {
                stopIfCancelled();
                int position = 0;
                for (TagCount tag : movie.tags()) {
                    copy.add(movie.movieId()).add(++position).add(tag.tag()).add(tag.count()).endRow();
                }
            }
            copy.finish();
        }
    }

    private void tell(long rows, long total) {
        if (rows % CHECK_EVERY == 0) {
            progress.report("catalogue", rows, rows, total);
            stopIfCancelled();
        }
    }

    private void stopIfCancelled() {
        if (progress.cancelled()) {
            throw new CancellationException("The import was told to stop");
        }
    }
}
