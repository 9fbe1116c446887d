package dev.marquee.similarity.catalogue;

import dev.marquee.similarity.movie.Credit;
import dev.marquee.similarity.movie.Movie;
import dev.marquee.similarity.movie.TagCount;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads many movies at once, for the index. Blocks; each table is read in one streamed pass. Not thread-safe.
 */
final class CatalogueReader {
    private static final int FETCH_ROWS = 10_000;

    private final Connection connection;
    /** One object for each person, tag and genre, however many movies share it. */
    private final Map<String, String> texts = new HashMap<>();

    /**
     * @param connection with a transaction open, at least repeatable read where others may write meanwhile
     */
    CatalogueReader(Connection connection) {
        this.connection = connection;
    }

    /** The whole catalogue, by ascending id. */
    List<Movie> all() throws SQLException {
        return read(null);
    }

    /** Those of these movies that exist, by ascending id. */
    List<Movie> some(Collection<Long> movieIds) throws SQLException {
        return read(movieIds.toArray(Long[]::new));
    }

    private List<Movie> read(Long @Nullable [] ids) throws SQLException {
        Map<Long, List<Credit>> credits = new HashMap<>();
        query("select movie_id, role, position, p.id, p.name from credit join person p on p.id = person_id",
                " order by movie_id, role desc, position", "movie_id", ids,
                row -> credits.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(new Credit(
                        shared(row.getString(4)), shared(row.getString(5)), Credit.Role.valueOf(row.getString(2)),
                        row.getInt(3))));
        Map<Long, List<TagCount>> tags = new HashMap<>();
        query("select movie_id, tag, count from movie_tag", " order by movie_id, position", "movie_id", ids,
                row -> tags.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(new TagCount(shared(row.getString(2)), row.getInt(3))));
        List<Movie> movies = new ArrayList<>();
        query("select id, title, year, runtime_minutes, genres, imdb_id, tmdb_id from movie", " order by id", "id", ids,
                row -> movies.add(movie(row, credits, tags)));
        return movies;
    }

    private Movie movie(ResultSet row, Map<Long, List<Credit>> credits, Map<Long, List<TagCount>> tags)
            throws SQLException {
        long id = row.getLong(1);
        List<String> genres = new ArrayList<>();
        for (String genre : (String[]) row.getArray(5).getArray()) {
            genres.add(shared(genre));
        }
        return new Movie(id, row.getString(2), row.getObject(3, Integer.class), row.getObject(4, Integer.class), genres,
                credits.getOrDefault(id, List.of()), tags.getOrDefault(id, List.of()), row.getString(6),
                row.getObject(7, Long.class));
    }

    private String shared(String text) {
        String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String select, String order, String idColumn, Long @Nullable [] ids, RowReader reader)
            throws SQLException {
        String where = ids == null ? "" : " where " + idColumn + " = any(?)";
        try (PreparedStatement statement = connection.prepareStatement(select + where + order)) {
            statement.setFetchSize(FETCH_ROWS);
            if (ids != null) {
                statement.setArray(1, connection.createArrayOf("bigint", ids));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }
}
