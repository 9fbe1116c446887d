package dev.marquee.similarity.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A movie as a client puts it. It becomes exactly this: what is left out is unknown or empty afterwards.
 */
@Schema(description = "A movie to store; what is left out is unknown or empty afterwards",
        examples = """
                {"title": "The Wrong Trousers", "year": 1993, "runtimeMinutes": 30, "genres": ["Animation", "Children", "Comedy"],
                 "directors": [{"personId": "nm0661910", "name": "Nick Park"}],
                 "cast": [{"personId": "nm0757298", "name": "Peter Sallis"}], "tags": [{"tag": "claymation", "count": 2}],
                 "imdbId": "0108598", "tmdbId": 531}""")
public record MovieInput(@Schema(description = "may be left out; else the id in the path") @Nullable Long movieId,
        @NotBlank @Size(max = Limits.TEXT) String title,
        @Min(Limits.FIRST_YEAR) @Max(Limits.LAST_YEAR) @Nullable Integer year,
        @Min(1) @Max(100_000) @Nullable Integer runtimeMinutes,
        @Size(max = Limits.GENRES) List<@NotBlank @Size(max = Limits.GENRE_TEXT) String> genres,
        @Size(max = Limits.PARTS) List<@NotNull @Valid PersonView> directors,
        @Size(max = Limits.PARTS) List<@NotNull @Valid PersonView> cast,
        @Size(max = Limits.PARTS) List<@NotNull @Valid TagView> tags,
        @Pattern(regexp = "\\d{1,10}", message = "must be digits, without tt") @Nullable String imdbId,
        @Min(1) @Nullable Long tmdbId) {

    public MovieInput {
        genres = genres == null ? List.of() : genres;
        directors = directors == null ? List.of() : directors;
        cast = cast == null ? List.of() : cast;
        tags = tags == null ? List.of() : tags;
    }
}
