package dev.marquee.similarity.ingest;

import dev.marquee.common.ingest.Fields;
import dev.marquee.common.ingest.LineFault;
import dev.marquee.common.ingest.MovieLensTables;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The genres of a movie, called the same in every release.
 */
final class GenreNames {
    private static final Set<String> NONE = Set.of("(no genres listed)", "unknown", "");

    private GenreNames() {}

    /** From names between bars: {@code Adventure|Children's}. */
    static List<String> ofBars(String bars) throws LineFault {
        LinkedHashSet<String> genres = new LinkedHashSet<>();
        for (String name : Texts.limited(bars, "genres").split("\\|")) {
            String stripped = name.strip();
            if (!NONE.contains(stripped)) {
                genres.add(usual(stripped));
            }
        }
        return List.copyOf(genres);
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

    /** Releases from 20M on say Children where the older ones say Children's. */
    private static String usual(String name) {
        return name.equals("Children's") ? "Children" : name;
    }
}
