package dev.marquee.similarity.app;

import dev.marquee.similarity.features.SparseVector;
import dev.marquee.similarity.index.CosineIndex;
import jakarta.inject.Singleton;
import java.util.Arrays;

/**
 * The feature vectors of all movies, for those who compare many movies by themselves. Takes processor time; call it
 * from worker threads. Thread-safe.
 */
@Singleton
public class FeatureService {
    private final CatalogueIndex index;

    FeatureService(CatalogueIndex index) {
        this.index = index;
    }

    /**
     * The movies behind an id.
     *
     * @param limit how many at most, 1 or more
     * @param entries with so many the page ends, too
     * @throws dev.marquee.common.error.ModelNotReady while there is nothing to answer from
     */
    public FeaturePage page(long after, int limit, int entries) {
        CosineIndex cosine = index.current().index();
        Rows rows = new Rows(limit, entries);
        cosine.rows(after, rows::add);
        return rows.page(cosine);
    }

    private static final class Rows {
        private final int entries;
        private final long[] movieIds;
        private final int[] sizes;
        private int[] columns;
        private float[] weights;
        private int rows;
        private int used;
        private boolean more;

        Rows(int limit, int entries) {
            this.entries = entries;
            this.movieIds = new long[limit];
            this.sizes = new int[limit];
            this.columns = new int[Math.min(entries, 1024)];
            this.weights = new float[columns.length];
        }

        /** @return whether the next one may fit */
        private boolean add(long movieId, SparseVector row) {
            if (rows == movieIds.length || used >= entries) {
                more = true;
                return false;
            }
            if (used + row.size() > columns.length) {
                int size = Math.max(2 * columns.length, used + row.size());
                columns = Arrays.copyOf(columns, size);
                weights = Arrays.copyOf(weights, size);
            }
            for (int i = 0; i < row.size(); i++) {
                columns[used] = row.column(i);
                weights[used++] = row.value(i);
            }
            movieIds[rows] = movieId;
            sizes[rows++] = row.size();
            return true;
        }

        private FeaturePage page(CosineIndex cosine) {
            return new FeaturePage(cosine.spaceVersion(), cosine.version(), cosine.featureCount(),
                    Arrays.copyOf(movieIds, rows), Arrays.copyOf(sizes, rows), Arrays.copyOf(columns, used),
                    Arrays.copyOf(weights, used), more ? (Long) movieIds[rows - 1] : null);
        }
    }
}
