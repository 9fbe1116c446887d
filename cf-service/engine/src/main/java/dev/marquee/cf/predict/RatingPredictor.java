package dev.marquee.cf.predict;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Predicts what one person gives to movies. Not thread-safe.
 */
public interface RatingPredictor {
    /** A time that is not known. */
    long ANY_TIME = 0;

    /**
     * @param movie index in the model, or -1 for one that it does not have
     * @param when seconds since 1970 at which the rating is given, or {@link #ANY_TIME}
     * @return in the range of the ratings
     */
    float predict(int movie, long when);

    /** One that is made when it is first asked. */
    static RatingPredictor madeLater(Supplier<RatingPredictor> maker) {
        return new RatingPredictor() {
            private @Nullable RatingPredictor made;

            @Override
            public float predict(int movie, long when) {
                RatingPredictor asked = made == null ? maker.get() : made;
                made = asked;
                return asked.predict(movie, when);
            }
        };
    }
}
