package dev.marquee.similarity.catalogue;

import dev.marquee.similarity.movie.Credit;
import dev.marquee.similarity.movie.Movie;
import dev.marquee.similarity.movie.TagCount;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code movie} with its credits and tags. Stays inside this package; the rest of the service sees
 * {@link Movie}.
 */
@Entity
@Table(name = "movie")
class MovieEntity {
    @Id
    Long id;
    String title;
    @Nullable
    Integer year;
    @Column(name = "runtime_minutes")
    @Nullable
    Integer runtimeMinutes;
    String[] genres;
    @Column(name = "imdb_id")
    @Nullable
    String imdbId;
    @Column(name = "tmdb_id")
    @Nullable
    Long tmdbId;
    @Column(name = "edited_at")
    @Nullable
    Instant editedAt;

    @ElementCollection
    @CollectionTable(name = "credit", joinColumns = @JoinColumn(name = "movie_id"))
    @OrderBy("role desc, position")
    List<CreditRow> credits = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "movie_tag", joinColumns = @JoinColumn(name = "movie_id"))
    @OrderBy("position")
    List<TagRow> tags = new ArrayList<>();

    protected MovieEntity() {}

    MovieEntity(long id) {
        this.id = id;
    }

    /**
     * Takes over everything but the id, as somebody says it now. The collections must be loaded.
     *
     * @param people by id: everyone who has a credit
     */
    void become(Movie movie, Map<String, PersonEntity> people) {
        title = movie.title();
        year = movie.year();
        runtimeMinutes = movie.runtimeMinutes();
        genres = movie.genres().toArray(String[]::new);
        imdbId = movie.imdbId();
        tmdbId = movie.tmdbId();
        editedAt = Instant.now();
        replace(credits, movie.credits().stream()
                .map(credit -> new CreditRow(credit.role(), credit.position(), people.get(credit.personId())))
                .toList());
        List<TagRow> rows = new ArrayList<>();
        for (TagCount tag : movie.tags()) {
            rows.add(new TagRow(rows.size() + 1, tag.tag(), tag.count()));
        }
        replace(tags, rows);
    }

    /** Leaves an unchanged collection alone, which spares its rows a delete and an insert. */
    private static <T> void replace(List<T> rows, List<T> wanted) {
        if (!rows.equals(wanted)) {
            rows.clear();
            rows.addAll(wanted);
        }
    }

    /** Everyone with a credit. The collections must be loaded. */
    Set<String> personIds() {
        return credits.stream().map(credit -> credit.person.id).collect(Collectors.toSet());
    }

    /** The collections must be loaded. */
    Movie toMovie() {
        return new Movie(id, title, year, runtimeMinutes, List.of(genres), credits.stream()
                .map(row -> new Credit(row.person.id, row.person.name, row.role, row.position)).toList(),
                tags.stream().map(row -> new TagCount(row.tag, row.count)).toList(), imdbId, tmdbId);
    }
}
