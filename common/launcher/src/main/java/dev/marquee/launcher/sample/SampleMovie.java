package dev.marquee.launcher.sample;

import java.util.List;

/**
 * What the generator knows of a film.
 *
 * @param traits what decides who likes it: genres, tags, directors and the decade, each as a name
 */
record SampleMovie(long movieId, List<String> traits) {
    SampleMovie {
        traits = List.copyOf(traits);
    }
}
