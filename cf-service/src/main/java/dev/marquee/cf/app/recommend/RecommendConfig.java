package dev.marquee.cf.app.recommend;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How lists are made. The defaults are meant for MovieLens data of any size.
 */
@ConfigMapping(prefix = "marquee.recommend")
public interface RecommendConfig {

    /**
     * Popularity floor: a movie with fewer ratings enters a list only because its content is like what the user likes,
     * and then says so. Below about five ratings a movie's factors are mostly noise.
     */
    @WithDefault("5")
    int minRatings();

    /**
     * Extra ratings of the overall mean, or of 3.5 stars if that is less, that each movie is given for the mean by
     * which popular movies are ordered.
     */
    @WithDefault("25")
    double popularDamping();

    /**
     * What the content score weighs in a blend, 0 to 1; the model's has the rest. Ratings tell more of taste than
     * metadata do, but only content can bring in movies that hardly anyone rated. On held-out ratings of MovieLens
     * latest-small, 0.1 to 0.15 made the best lists, better than those of {@code ials} alone; on MovieLens 1M they were
     * worse. Only {@code strategy=blend} asks for it.
     */
    @WithDefault("0.15")
    double contentWeight();

    /**
     * How many movies each source puts up for a list, or twice as many as the list is long, if that is more.
     */
    @WithDefault("100")
    int candidates();

    /**
     * How many of a user's ratings make the content profile, the strongest opinions first. It bounds the request to
     * similarity-service for users with thousands of ratings. More than 10,000 count as 10,000, which is what it takes.
     */
    @WithDefault("200")
    int profileSize();

    /**
     * How many of the user's own movies an explanation names at most.
     */
    @WithDefault("3")
    int explainedBy();

    /**
     * Which share of a list's places goes to movies with fewer ratings than {@link #minRatings}, 0 to 0.5: those that
     * the ranking model would like best for the user, as far as their content tells. Only lists in order of the final
     * score have them, and none that is filtered by genre or year.
     */
    @WithDefault("0.1")
    double exploration();

    /** How often similarity-service is asked whether movies are like something else now. */
    @WithDefault("10s")
    Duration contentRefresh();

    /**
     * A movie, or a user, with fewer ratings is nobody's neighbour: its factors say too little.
     */
    @WithDefault("5")
    int neighbourMinRatings();
}
