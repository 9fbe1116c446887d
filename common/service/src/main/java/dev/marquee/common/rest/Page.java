package dev.marquee.common.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list.
 *
 * @param items at most {@code size}
 * @param page from 0
 * @param size how many a full page has
 * @param total how many there are in all
 * @param totalPages how many pages there are in all
 */
@Schema(description = "One page of a list")
public record Page<T>(List<T> items, @Schema(examples = "0") int page, @Schema(examples = "20") int size,
        @Schema(examples = "9742") long total, @Schema(examples = "488") long totalPages) {

    public static final int MAX_SIZE = 200;

    public static <T> Page<T> of(List<T> items, int page, int size, long total) {
        return new Page<>(List.copyOf(items), page, size, total, (total + size - 1) / size);
    }
}
