package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.catalogue.Catalogue;
import dev.marquee.cf.app.catalogue.Metadata;
import dev.marquee.cf.app.catalogue.SimilarityClient;
import dev.marquee.cf.app.catalogue.SimilarityClient.Explained;
import dev.marquee.cf.app.catalogue.SimilarityClient.ReasonsRequest;
import dev.marquee.cf.app.catalogue.SimilarityClient.ScoresAnswer;
import dev.marquee.cf.app.catalogue.SimilarityClient.ScoresRequest;
import dev.marquee.cf.app.recommend.Profile.Opinions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Asks similarity-service for movies like those that someone likes: for ids and scores first, and for the reasons of
 * the few that enter the list afterwards. To write and read a hundred candidates with all their reasons took more time
 * than everything else in a list. Never blocks. Thread-safe.
 */
@Singleton
class ContentCandidates {
    private final Catalogue catalogue;
    private final RecommendConfig config;

    ContentCandidates(Catalogue catalogue, RecommendConfig config) {
        this.catalogue = catalogue;
        this.config = config;
    }

    /**
     * @param asked what they are like
     * @param movieIds best first, none of them rated or excluded
     * @param scores as many
     */
    record Found(Opinions asked, long[] movieIds, double[] scores) {
        static final Found NONE = new Found(Opinions.NONE, new long[0], new double[0]);

        int size() {
            return movieIds.length;
        }

        /** -1 where it is not among them; they are too few for a map to be faster. */
        int indexOf(long movieId) {
            for (int i = 0; i < movieIds.length; i++) {
                if (movieIds[i] == movieId) {
                    return i;
                }
            }
            return -1;
        }
    }

    /**
     * @return fails with {@link dev.marquee.common.error.UpstreamUnavailable} where the other service does not answer
     */
    Uni<Found> find(Profile profile, ListRequest request) {
        Opinions opinions = opinions(profile);
        if (!opinions.anyLiked()) {
            return Uni.createFrom().item(Found.NONE);
        }
        return catalogue.similar(new ScoresRequest(opinions.movieIds(), opinions.weights(),
                Math.min(SimilarityClient.MOST_SCORES, request.candidates(config.candidates())), request.genre(),
                request.yearFrom(), request.yearTo(),
                left(profile, request, opinions))).map(answer -> fitting(opinions, answer, profile, request));
    }

    /** What someone likes and dislikes, as much of it as may be said. */
    Opinions opinions(Profile profile) {
        return profile.opinions(Math.clamp(config.profileSize(), 1, SimilarityClient.MOST_IN_PROFILE));
    }

    /**
     * What is rated and not named in the profile, and what is not wanted, as much of it as may be said: the answer is
     * looked through, too.
     */
    private static long[] left(Profile profile, ListRequest request, Opinions opinions) {
        long[] named = opinions.movieIds().clone();
        Arrays.sort(named);
        LongStream rated = Arrays.stream(profile.movieIds()).filter(id -> Arrays.binarySearch(named, id) < 0);
        return LongStream.concat(rated, request.exclude().stream().mapToLong(Long::longValue))
                .limit(SimilarityClient.MOST_EXCLUDED).toArray();
    }

    private static Found fitting(Opinions opinions, ScoresAnswer answer, Profile profile, ListRequest request) {
        long[] ids = new long[answer.movieIds().length];
        double[] scores = new double[ids.length];
        int size = 0;
        for (int i = 0; i < ids.length; i++) {
            long id = answer.movieIds()[i];
            if (!profile.rated(id) && !request.excludes(id)) {
                ids[size] = id;
                scores[size++] = answer.scores()[i];
            }
        }
        return new Found(opinions, Arrays.copyOf(ids, size), Arrays.copyOf(scores, size));
    }

    /**
     * What diversity is judged by where the model does not know a movie; nothing where the list need not be diverse.
     * Does not fail.
     */
    Uni<Metadata> genres(Found found, ListRequest request) {
        return request.diversity() == 0 || found.size() == 0
                ? Uni.createFrom().item(Metadata.NONE)
                : catalogue.describe(Arrays.stream(found.movieIds()).boxed().toList());
    }

    /**
     * Why movies are like what was asked for, by id: by what is liked of it alone, so that shares are parts of a whole.
     *
     * @return fails with {@link dev.marquee.common.error.UpstreamUnavailable} where the other service does not answer
     */
    Uni<Map<Long, Explained>> reasons(Opinions asked, long[] movieIds) {
        Opinions liked = asked.liked();
        return catalogue
                .reasons(new ReasonsRequest(liked.movieIds(), liked.weights(), movieIds,
                        Math.max(Explainer.FEATURES, config.explainedBy())))
                .map(answer -> answer.items().stream()
                        .collect(Collectors.toMap(Explained::movieId, Function.identity())));
    }
}
