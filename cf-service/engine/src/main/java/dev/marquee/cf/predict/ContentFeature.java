package dev.marquee.cf.predict;

import dev.marquee.cf.content.ContentProfile;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How like a movie is, by its content, to what someone liked and disliked: what their ratings leave over of the movies'
 * means, as a mean weighted by what each has in common with the movie, the movie itself left out; and how much all of
 * them have in common with it. Unknown without content. Not thread-safe.
 */
final class ContentFeature {
    static final int WIDTH = 3;
    /** So that a little in common says little. */
    private static final float LITTLE = 0.1f;

    private final ContentOpinions content;
    private final Someone someone;
    private final @Nullable ContentProfile opinions;
    private final @Nullable ContentProfile rated;

    ContentFeature(ContentOpinions content, Someone someone) {
        this.content = content;
        this.someone = someone;
        boolean none = content.isEmpty();
        float[] ones = new float[someone.known.size()];
        Arrays.fill(ones, 1);
        this.opinions = none ? null : content.sum(someone.known.movies(), someone.beyondMeans);
        this.rated = none ? null : content.sum(someone.known.movies(), ones);
    }

    void fill(int movie, float[] rows, int at) {
        int row = content.row(movie);
        if (opinions == null || rated == null || row < 0) {
            Arrays.fill(rows, at, at + WIDTH, Float.NaN);
            return;
        }
        double sum = opinions.cosine(row) * opinions.length();
        double common = rated.cosine(row) * rated.length();
        int count = someone.known.size();
        for (int i = 0; i < someone.known.size(); i++) {
            if (someone.known.movies()[i] == movie) {
                float square = content.square(row);
                sum -= someone.beyondMeans[i] * square;
                common -= square;
                count--;
            }
        }
        rows[at] = (float) (sum / (Math.max(0, common) + LITTLE));
        rows[at + 1] = opinions.length() == 0 ? 0 : (float) (sum / opinions.length());
        rows[at + 2] = (float) (common / Math.max(1, count));
    }
}
