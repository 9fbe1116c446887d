package dev.marquee.similarity.ingest;

import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.MovieLensTables;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.similarity.movie.TagCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the tags of a MovieLens release. A tag of a movie counts once for each user, however often and in whatever case
 * the user wrote it.
 */
final class TagTable {
    private static final Comparator<Use> BY_MOVIE_TAG_USER = Comparator.<Use>comparingLong(use -> use.movie.movieId)
            .thenComparing(use -> use.tag).thenComparingLong(use -> use.user);
    private static final Comparator<TagCount> MOST_FREQUENT_FIRST = Comparator.comparingInt(TagCount::count).reversed()
            .thenComparing(TagCount::tag);

    private record Use(MovieDraft movie, String tag, long user) {}

    private TagTable() {}

    /**
     * Adds the tags to the movies.
     *
     * @return number of lines used
     */
    static long read(DatasetFolder folder, Map<Long, MovieDraft> movies, Rejections rejections,
            IngestProgress progress) {
        List<Use> uses = new ArrayList<>();
        Map<String, String> words = new HashMap<>();
        long lines = MovieLensTables.tags(folder).map(table -> table.read(rejections, progress, fields -> {
            long user = fields.id(0, "userId");
            MovieDraft movie = MovieTables.known(movies, fields.id(1, "movieId"), rejections);
            String tag = TagCount.usual(Texts.required(fields, 2, "tag"));
            // One string for each distinct tag: there are far fewer of them than lines.
            uses.add(new Use(movie, words.computeIfAbsent(tag, word -> word), user));
        })).orElse(0L);
        count(uses);
        return lines;
    }

    private static void count(List<Use> uses) {
        uses.sort(BY_MOVIE_TAG_USER);
        int at = 0;
        while (at < uses.size()) {
            MovieDraft movie = uses.get(at).movie;
            while (at < uses.size() && uses.get(at).movie == movie) {
                at = countOne(uses, at);
            }
            movie.tags.sort(MOST_FREQUENT_FIRST);
        }
    }

    /** Counts the users of the movie and tag that begin at the position; returns where the next ones begin. */
    private static int countOne(List<Use> uses, int from) {
        Use first = uses.get(from);
        int users = 0;
        long lastUser = -1;
        int at = from;
        for (; at < uses.size() && uses.get(at).movie == first.movie && uses.get(at).tag.equals(first.tag); at++) {
            users += uses.get(at).user == lastUser ? 0 : 1;
            lastUser = uses.get(at).user;
        }
        first.movie.tags.add(new TagCount(first.tag, users));
        return at;
    }
}
