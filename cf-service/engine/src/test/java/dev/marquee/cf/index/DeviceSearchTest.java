package dev.marquee.cf.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.testing.LentDevice;
import dev.marquee.cf.testing.SequentialDevice;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.id.IdMap;
import dev.marquee.common.rank.Scored;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DeviceSearchTest {
    private static final int[] NONE = new int[0];

    private static FactorModel model(int users, int movies, int factors, long seed) {
        Random random = new Random(seed);
        return new FactorModel(ids(users), ids(movies), factors, 3.5f, 1, 5, numbers(random, users, 0.3f),
                numbers(random, movies, 0.3f), numbers(random, users * factors, 0.4f),
                numbers(random, movies * factors, 0.4f));
    }

    private static IdMap ids(int count) {
        return IdMap.of(LongStream.range(0, count).toArray());
    }

    private static float[] numbers(Random random, int count, float spread) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = spread * (float) random.nextGaussian();
        }
        return numbers;
    }

    @Test
    void listsAreThoseOfTheIndex() {
        for (long seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            FactorModel model = model(1 + random.nextInt(60), 1 + random.nextInt(300), 1 + random.nextInt(70), seed);
            assertSameLists(new SequentialDevice(), model, 1 + random.nextInt(20), seed);
        }
    }

    /** Scores of all users at once would take 4 × 50 × 300 bytes. */
    @Test
    void usersAreWorkedOnInBatchesWhereMemoryIsShort() {
        FactorModel model = model(50, 300, 10, 3);
        SequentialDevice narrow = new SequentialDevice(70_000);
        assertSameLists(narrow, model, 7, 3);
        assertEquals(0, narrow.usedBytes(), "bytes that were not given back");
    }

    @Test
    void listsAreThoseOfTheIndexOnThisMachinesDevice() {
        try (LentDevice device = LentDevice.ofThisMachine()) {
            assertSameLists(device, model(300, 2000, 20, 5), 10, 5);
        }
    }

    private static void assertSameLists(Device device, FactorModel model, int n, long seed) {
        FactorIndex index = FactorIndex.of(model, null);
        BitSet[] gone = new BitSet[model.users().size()];
        Random random = new Random(seed + 1);
        for (int user = 0; user < gone.length; user++) {
            gone[user] = new BitSet();
            random.ints(random.nextInt(model.movies().size()), 0, model.movies().size()).forEach(gone[user]::set);
        }
        int[] users = random.ints(0, model.users().size()).distinct().limit(model.users().size()).toArray();
        try (ListSearch search = new DeviceSearch(device, model, index);
                ListSearch host = new HostSearch(model, index, 2)) {
            List<List<Scored>> lists = search.top(users, n, user -> gone[user].stream().toArray(), () -> {});
            List<List<Scored>> exact = host.top(users, n, user -> gone[user].stream().toArray(), () -> {});
            assertEquals(users.length, lists.size());
            for (int i = 0; i < users.length; i++) {
                int user = users[i];
                List<Scored> expected = index.scan(model.userFactors(user), n, item -> !gone[user].get(item));
                assertEquals(expected, exact.get(i), "seed " + seed + ", user " + user);
                assertLike(expected, lists.get(i), "seed " + seed + ", user " + user);
            }
        }
    }

    /** The same scores in the same places; two movies of nearly the same score may have changed places. */
    private static void assertLike(List<Scored> expected, List<Scored> actual, String where) {
        assertEquals(expected.size(), actual.size(), where);
        assertEquals(actual.size(), actual.stream().map(Scored::index).distinct().count(), where);
        for (int place = 0; place < expected.size(); place++) {
            float score = expected.get(place).score();
            assertEquals(score, actual.get(place).score(), 1e-4f * (1 + Math.abs(score)), where + ", place " + place);
        }
        long same = expected.stream().filter(item -> actual.stream().anyMatch(other -> other.index() == item.index()))
                .count();
        assertTrue(same >= expected.size() - 1, where + ": " + same + " of " + expected.size());
    }

    @Test
    void equalScoresStandByIndex() {
        float[] zeros = new float[80];
        FactorModel model = new FactorModel(ids(2), ids(40), 2, 3, 1, 5, new float[2], new float[40], new float[4],
                zeros);
        try (DeviceSearch search = new DeviceSearch(new SequentialDevice(), model, FactorIndex.of(model, null))) {
            List<Scored> list = search.top(new int[]{1}, 3, user -> new int[]{0, 2}, () -> {}).getFirst();
            assertEquals(List.of(1, 3, 4), list.stream().map(Scored::index).toList());
        }
    }

    @Test
    void aWishToStopEndsItAndLargeModelsAreRefused() {
        FactorModel model = model(5, 30, 4, 1);
        try (DeviceSearch search = new DeviceSearch(new SequentialDevice(), model, FactorIndex.of(model, null))) {
            assertThrows(CancellationException.class, () -> search.top(new int[]{0}, 3, user -> NONE, () -> {
                throw new CancellationException();
            }));
        }
        FactorModel wide = model(2, 2, 257, 1);
        String message = assertThrows(InvalidRequest.class,
                () -> new DeviceSearch(new SequentialDevice(), wide, FactorIndex.of(wide, null))).getMessage();
        assertTrue(message.contains("256"), message);
    }
}
