package dev.marquee.cf.matrix;

import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.common.id.IdMap;
import java.util.stream.LongStream;

/** Matrices from arrays, for what makes ratings in the order in which a matrix has them. */
public final class Matrices {

    private Matrices() {}

    /**
     * Takes the arrays over without a copy; the caller must not keep them. Ids are the numbers from 0 on.
     *
     * @param starts users + 1 positions
     * @param indexes movies of each user, ascending
     */
    public static RatingMatrix of(int movies, int[] starts, int[] indexes, float[] values) {
        return new RatingMatrix(ids(starts.length - 1), ids(movies), new Csr(movies, starts, indexes, values), null,
                ContentMatrix.EMPTY, () -> {});
    }

    private static IdMap ids(int count) {
        return IdMap.of(LongStream.range(0, count).toArray());
    }
}
