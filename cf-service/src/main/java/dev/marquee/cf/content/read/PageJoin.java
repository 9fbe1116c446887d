package dev.marquee.cf.content.read;

import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.cf.content.ContentMatrixBuilder;

/**
 * Joins pages of feature vectors. Not thread-safe.
 */
public final class PageJoin {
    private final FeaturePage first;
    private final ContentMatrixBuilder builder;

    /** Begins with the first page. */
    public PageJoin(FeaturePage first) {
        this.first = first;
        this.builder = ContentMatrix.builder();
        add(first);
    }

    /** Whether the page's columns are those of the first: if not, all is to be read anew. */
    public boolean fits(FeaturePage page) {
        return page.space().equals(first.space());
    }

    /**
     * @throws IllegalArgumentException where the page is none, saying why
     */
    public void add(FeaturePage page) {
        if (page.sizes().length != page.movieIds().length || page.weights().length != page.columnNumbers().length) {
            throw new IllegalArgumentException("a page of features has " + page.movieIds().length + " movies with "
                    + page.sizes().length + " sizes, and " + page.columnNumbers().length + " columns with "
                    + page.weights().length + " weights");
        }
        int from = 0;
        for (int movie = 0; movie < page.sizes().length; movie++) {
            int size = page.sizes()[movie];
            if (size < 0 || size > page.weights().length - from) {
                throw new IllegalArgumentException("movie " + page.movieIds()[movie] + " has " + size + " features");
            }
            builder.add(page.movieIds()[movie], page.columnNumbers(), page.weights(), from, size);
            from += size;
        }
        if (page.next() != null && (page.movieIds().length == 0
                || page.next() < page.movieIds()[page.movieIds().length - 1])) {
            throw new IllegalArgumentException("a page of features that ends before " + page.next()
                    + " leads back to where it began");
        }
    }

    /** What was read, under the version of the first page. */
    public Content content() {
        return new Content(builder.build(), first.version(), null);
    }
}
