package dev.marquee.similarity.features;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Spellings of one tag become one: {@code Sci-Fi}, {@code sci fi} and {@code sci_fi} are the same. Tags which tell of
 * the viewer's shelf or of a ranking, not of the movie, are left out; in MovieLens they are among the most frequent.
 */
final class TagNames {
    private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> STOP = Set.of("in netflix queue", "netflix", "netflix queue", "netflix streaming",
            "watched", "seen", "seen more than once", "to see", "want to see", "own", "owned", "dvd", "dvd video",
            "bd video", "tivo", "library", "my movies", "my dvds", "rent", "borrowed", "betamax", "clv", "imdb top 250",
            "bd r", "dvd r", "dvd ram", "hddvd", "vhs", "bluray", "blu ray", "movie to see", "watchlist", "favorite",
            "less than 300 ratings", "good", "bad", "movie", "film");

    private TagNames() {}

    /**
     * @return the tag in its usual spelling, or an empty string where it is left out
     */
    static String usual(String tag) {
        String name = BREAKS.matcher(tag.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        return STOP.contains(name) ? "" : name;
    }
}
