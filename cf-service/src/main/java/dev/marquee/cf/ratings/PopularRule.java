package dev.marquee.cf.ratings;

import java.util.Locale;

/**
 * How popular movies are ordered: best first; equal ones by the number of their ratings, then by id. For the damped
 * mean each movie is given extra ratings of the overall mean, but never praise: where nearly all ratings are the best
 * there is, a movie would otherwise stand the higher the less is known of it.
 *
 * @param damping number of extra ratings, 0 or more
 * @param ordinary the most that an extra rating may be
 */
public record PopularRule(PopularBy by, double damping, double ordinary) {

    /** @param counted a query for {@code movie_id}, {@code rating_count} and {@code rating_sum} of the movies rated */
    String sql(String counted) {
        return String.format(Locale.ROOT,
                """
                        with counted as (%s),
                          overall as (select least(coalesce(sum(rating_sum) / nullif(sum(rating_count), 0), 0), %s) as mean from counted),
                          damped as (select movie_id, rating_count, rating_sum / rating_count as plain,
                            (rating_sum + %s * mean) / (rating_count + %s) as damped from counted, overall),
                          scored as (select movie_id, rating_count, plain, %s as score from damped)
                        select movie_id, rating_count, plain, score from scored
                        order by round(score * 1e9) desc, rating_count desc, movie_id""",
                counted, number(ordinary),
                number(damping), number(damping), by.sql());
    }

    private static String number(double value) {
        return "cast(" + value + " as double precision)";
    }
}
