package dev.marquee.cf.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.marquee.cf.model.FactorModel;
import dev.marquee.common.id.IdMap;
import dev.marquee.common.rank.Scored;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class HostSearchTest {
    /** User 1 likes movies the more, the later they come; user 0 the other way round. */
    private static final FactorModel MODEL = new FactorModel(IdMap.of(new long[]{1, 2}),
            IdMap.of(new long[]{10, 20, 30, 40}), 1, 3, 1, 5, new float[2], new float[4], new float[]{-1, 1},
            new float[]{1, 2, 3, 4});

    @Test
    void eachUserHasAListWithoutWhatIsExcludedForThatUser() {
        try (HostSearch search = new HostSearch(MODEL, FactorIndex.of(MODEL, null), 1)) {
            List<List<Scored>> lists = search.top(new int[]{1, 0}, 2,
                    user -> user == 1 ? new int[]{0, 2} : new int[]{0}, () -> {});
            assertEquals(List.of(List.of(3, 1), List.of(1, 2)),
                    lists.stream().map(list -> list.stream().map(Scored::index).toList()).toList());
            assertThrows(CancellationException.class,
                    () -> search.top(new int[]{1}, 2, user -> new int[0], () -> {
                        throw new CancellationException();
                    }));
        }
    }

    @Test
    void twoFiltersLetPassWhatBothLetPass() {
        ItemFilter even = item -> item % 2 == 0;
        ItemFilter both = even.and(item -> item > 1);
        assertEquals(List.of(false, false, true, false),
                List.of(both.accepts(0), both.accepts(1), both.accepts(2), both.accepts(3)));
    }
}
