package dev.marquee.cf.index;

/**
 * Which items may be in a list. Asked only for items that could otherwise be in it. Thread-safe.
 */
@FunctionalInterface
public interface ItemFilter {
    /** Lets every item pass. */
    ItemFilter ALL = item -> true;

    /** @param item index */
    boolean accepts(int item);

    /** Both must accept. */
    default ItemFilter and(ItemFilter other) {
        return item -> accepts(item) && other.accepts(item);
    }
}
