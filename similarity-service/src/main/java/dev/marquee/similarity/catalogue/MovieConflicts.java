package dev.marquee.similarity.catalogue;

import dev.marquee.common.imports.ConflictRule;
import dev.marquee.common.postgres.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Decides which movies of a file count, in the tables that {@link CatalogueWriter} fills, and takes the others out of
 * these. Files do not say when they describe a movie: what somebody changed or deleted is taken to be newer. Not
 * thread-safe; the caller owns the transaction and the catalogue's lock.
 */
final class MovieConflicts {
    // Rows that are in one of both and not in the other, as often as they are there.
    private static final String DIFFERENCE = """
            select movie_id from (select * from %1$s where movie_id in (select id from new_movie) except select * from %2$s) gone
            union select movie_id from (select * from %2$s except select * from %1$s) new""";
    private static final String COLUMNS = "title, year, runtime_minutes, genres, imdb_id, tmdb_id";
    private static final String DECIDE = """
            create temp table movie_outcome on commit drop as
              select n.id, %s as takes, m.id is not null as was, n.id in (
                select o.id from movie o join new_movie w on w.id = o.id
                  where (o.%s) is distinct from (w.%s) union %s union %s) as differs
              from new_movie n left join movie m on m.id = n.id left join movie_deleted d on d.movie_id = n.id""";
    private static final String COUNT = """
            select count(*) filter (where takes and not was), count(*) filter (where takes and was and differs),
              count(*) filter (where was and not (takes and differs)), count(*) filter (where not was and not takes)
            from movie_outcome""";
    // Names of people are taken from all movies that count, also from those that are there already in the same words.
    private static final String[] TAKE_OUT = {
            "delete from new_credit c using movie_outcome o where o.id = c.movie_id and not o.takes",
            "delete from new_person p where not exists (select from new_credit c where c.person_id = p.id)",
            "delete from new_movie n using movie_outcome o where o.id = n.id and not (o.takes and (o.differs or not o.was))",
            "delete from new_credit c where not exists (select from new_movie n where n.id = c.movie_id)",
            "delete from new_tag t where not exists (select from new_movie n where n.id = t.movie_id)",
            "update movie set edited_at = null from movie_outcome o where o.id = movie.id and o.takes"
                    + " and edited_at is not null",
            "delete from movie_deleted d using movie_outcome o where o.id = d.movie_id and o.takes"};

    private final Connection connection;
    private final ConflictRule rule;

    MovieConflicts(Connection connection, ConflictRule rule) {
        this.connection = connection;
        this.rule = rule;
    }

    /** @return how many movies of the file are added, replaced, kept as they are, and stay deleted */
    Map<String, Long> decide() throws SQLException {
        Sql.execute(connection, String.format(Locale.ROOT, DECIDE, takes(), COLUMNS.replace(", ", ", o."),
                COLUMNS.replace(", ", ", w."), difference("credit", "new_credit"), difference("movie_tag", "new_tag")));
        Map<String, Long> counts = Sql.rows(connection, MovieConflicts::counts, COUNT).getFirst();
        Sql.execute(connection, TAKE_OUT);
        return counts;
    }

    private static Map<String, Long> counts(ResultSet row) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("added", row.getLong(1));
        counts.put("replaced", row.getLong(2));
        counts.put("kept", row.getLong(3));
        counts.put("deleted", row.getLong(4));
        return counts;
    }

    private String takes() {
        return switch (rule) {
            case FILE -> "true";
            case KEEP -> "m.id is null and d.movie_id is null";
            case NEWER -> "d.movie_id is null and m.edited_at is null";
        };
    }

    /**
     * Which names of people a file may change: people are of several movies, and who changed one of these said their
     * names, too.
     */
    String mayRename() {
        return switch (rule) {
            case FILE -> "true";
            case KEEP -> "false";
            case NEWER ->
                "not exists (select from credit c join movie m on m.id = c.movie_id where c.person_id = person.id"
                        + " and m.edited_at is not null)";
        };
    }

    private static String difference(String there, String given) {
        return String.format(Locale.ROOT, DIFFERENCE, there, given);
    }
}
