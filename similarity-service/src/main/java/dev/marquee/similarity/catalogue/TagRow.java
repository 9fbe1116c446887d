package dev.marquee.similarity.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/**
 * A row of {@code movie_tag}, as a part of its movie.
 */
@Embeddable
class TagRow {
    @Column(nullable = false)
    int position;
    @Column(nullable = false)
    String tag;
    @Column(nullable = false)
    int count;

    protected TagRow() {}

    TagRow(int position, String tag, int count) {
        this.position = position;
        this.tag = tag;
        this.count = count;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TagRow that && position == that.position && count == that.count
                && tag.equals(that.tag);
    }

    @Override
    public int hashCode() {
        return Objects.hash(position, tag, count);
    }
}
