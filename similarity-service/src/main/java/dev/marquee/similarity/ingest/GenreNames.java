package dev.marquee.similarity.ingest;

import dev.marquee.common.ingest.Fields;
import dev.marquee.common.ingest.LineFault;
import dev.marquee.common.ingest.MovieLensTables;
import dev.marquee.common.text.GenreName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The genres of a movie, as its release writes them; {@link dev.marquee.similarity.movie.Movie} spells them.
 */
final class GenreNames {
    private GenreNames() {}

    /** From names between bars: {@code Adventure|Children's}. */
    static List<String> ofBars(String bars) throws LineFault {
        return Stream.of(Texts.limited(bars, "genres").split("\\|")).filter(name -> !GenreName.isNone(name)).toList();
    }

    /** From the flags of MovieLens 100K. */
    static List<String> ofFlags(Fields fields) throws LineFault {
        List<String> genres = new ArrayList<>();
        for (int i = 0; i < MovieLensTables.GENRES_100K.size(); i++) {
            String name = MovieLensTables.GENRES_100K.get(i);
            switch (fields.text(MovieLensTables.FIRST_GENRE_100K + i)) {
                case "0" -> {
                }
                case "1" -> genres.addAll(ofBars(name));
                default -> throw new LineFault("the flag of genre " + name + " must be 0 or 1");
            }
        }
        return genres;
    }
}
