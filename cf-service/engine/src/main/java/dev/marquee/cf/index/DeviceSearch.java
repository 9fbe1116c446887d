package dev.marquee.cf.index;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.device.PaddedRows;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.rank.Scored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * {@link ListSearch} on a device: exact top-N as {@link FactorIndex} has it, apart from the order in which a device
 * sums, and from numbers below {@link Float#MIN_NORMAL}, which many devices take for zero. It multiplies every movie
 * out, so no bounds are in play. Users are worked on in batches whose scores fit into the device's memory; only the
 * lists come back.
 */
public final class DeviceSearch implements ListSearch {
    /** Share of what is free that scores may take. */
    private static final double SHARE = 0.5;
    /** More at once would not be faster, and would delay a wish to stop. */
    private static final long MOST_SCORES = 1L << 28;

    private final Device device;
    private final int padded;
    private final int movies;
    private final Rows users;
    private final Rows items;
    private final List<DeviceFloats> own = new ArrayList<>();
    private final DeviceFloats mean;
    private final DeviceFloats scores;
    private final int usersAtOnce;

    /**
     * Users or movies on a device.
     *
     * @param factors row-major, padded
     * @param biases one each
     */
    public record Rows(DeviceFloats factors, DeviceFloats biases) {}

    /**
     * Copies users and movies to a device.
     *
     * @param device stays open when this is closed
     * @param model of the users
     * @param index of the movies
     * @throws InvalidRequest if the model has more factors than there are kernels for
     */
    public DeviceSearch(Device device, FactorModel model, FactorIndex index) {
        this.device = device;
        this.padded = padded(model.factors());
        this.movies = index.size();
        // The bias is the same for all of a user's movies, so lists do without.
        users = new Rows(rows(model.users().size(), model.factors(), model.allUserFactors()),
                array(model.users().size()));
        items = new Rows(rows(movies, model.factors(), index.items()), floats(index.offsets()));
        mean = array(1);
        usersAtOnce = usersAtOnce(model.users().size(), MOST_SCORES);
        scores = array(Math.multiplyExact(usersAtOnce, movies));
    }

    /**
     * Of users and movies that are on a device already; they are not given back when this is closed.
     *
     * @param padded K, one of the numbers that {@link DeviceSearchKernels#SCORES} is compiled for
     * @param movies how many
     * @param users where the rows of the users are that will be asked for
     * @param atOnce users that will be asked for at a time, at most
     * @param mostScores numbers that scores may take
     */
    public DeviceSearch(Device device, int padded, int movies, Rows users, Rows items, int atOnce, long mostScores) {
        this.device = device;
        this.padded = padded;
        this.movies = movies;
        this.users = users;
        this.items = items;
        mean = array(1);
        usersAtOnce = usersAtOnce(atOnce, mostScores);
        scores = array(Math.multiplyExact(usersAtOnce, movies));
    }

    private static int padded(int factors) {
        List<Integer> compiled = DeviceSearchKernels.SCORES.compiledFor();
        int padded = Kernel.fitting(compiled, factors);
        if (padded == 0) {
            throw new InvalidRequest("factors", "must be between 1 and " + compiled.getLast() + " on a device, is "
                    + factors);
        }
        return padded;
    }

    private int usersAtOnce(int wanted, long mostScores) {
        long most = Math.min(Math.min((long) (SHARE * device.freeBytes()), device.info().largestArrayBytes())
                / Float.BYTES, mostScores);
        return (int) Math.max(1, Math.min(most / Math.max(1, movies), wanted));
    }

    private DeviceFloats rows(int count, int factors, float[] compact) {
        DeviceFloats array = array(Math.multiplyExact(count, padded));
        new PaddedRows(count, factors, padded).write(compact, array, () -> {});
        return array;
    }

    private DeviceFloats floats(float... numbers) {
        DeviceFloats array = array(numbers.length);
        array.write(0, numbers, 0, numbers.length);
        return array;
    }

    /** One that is given back with this. */
    private DeviceFloats array(int size) {
        DeviceFloats array = device.floats(Math.max(1, size));
        own.add(array);
        return array;
    }

    private DeviceInts ints(int... numbers) {
        DeviceInts array = device.ints(Math.max(1, numbers.length));
        array.write(0, numbers, 0, numbers.length);
        return array;
    }

    @Override
    public List<List<Scored>> top(int[] users, int n, IntFunction<int[]> excluded, Runnable checkCancelled) {
        List<List<Scored>> lists = new ArrayList<>(users.length);
        for (int from = 0; from < users.length; from += usersAtOnce) {
            checkCancelled.run();
            int count = Math.min(usersAtOnce, users.length - from);
            int[] batch = Arrays.copyOfRange(users, from, from + count);
            lists.addAll(movies == 0 ? List.of() : batch(batch, Math.min(n, movies), excluded));
        }
        return lists;
    }

    private List<List<Scored>> batch(int[] asked, int n, IntFunction<int[]> excluded) {
        Exclusions without = Exclusions.of(asked, excluded);
        int tiles = groups(asked.length, DeviceSearchKernels.TILE_USERS)
                * groups(movies, DeviceSearchKernels.TILE_MOVIES);
        try (DeviceInts which = ints(asked);
                DeviceInts scoreSizes = ints(asked.length, movies);
                DeviceInts topSizes = ints(asked.length, movies, n);
                DeviceInts starts = ints(without.starts());
                DeviceInts gone = ints(without.movies());
                DeviceInts found = device.ints(asked.length * n);
                DeviceFloats itemScores = device.floats(asked.length * n)) {
            device.launch(DeviceSearchKernels.SCORES, padded, tiles, users.factors(), users.biases(),
                    items.factors(), items.biases(), which, scores, scoreSizes, mean);
            device.launch(DeviceSearchKernels.SELECT_TOP, 0, asked.length, scores, starts, gone, found, itemScores,
                    topSizes);
            return lists(found, itemScores, asked.length, n);
        }
    }

    private static List<List<Scored>> lists(DeviceInts items, DeviceFloats itemScores, int users, int n) {
        int[] found = new int[users * n];
        float[] values = new float[users * n];
        items.read(0, found, 0, found.length);
        itemScores.read(0, values, 0, values.length);
        List<List<Scored>> lists = new ArrayList<>(users);
        for (int user = 0; user < users; user++) {
            List<Scored> list = new ArrayList<>(n);
            for (int i = user * n; i < (user + 1) * n && found[i] >= 0; i++) {
                list.add(new Scored(found[i], values[i]));
            }
            lists.add(list);
        }
        return lists;
    }

    private static int groups(int count, int size) {
        return (count + size - 1) / size;
    }

    /** Gives the model's memory on the device back. */
    @Override
    public void close() {
        own.forEach(DeviceFloats::close);
    }

    /** Movies that lists are without, one user after the other. */
    private record Exclusions(int[] starts, int[] movies) {
        static Exclusions of(int[] users, IntFunction<int[]> excluded) {
            int[] starts = new int[users.length + 1];
            int[][] each = new int[users.length][];
            for (int i = 0; i < users.length; i++) {
                each[i] = excluded.apply(users[i]);
                starts[i + 1] = Math.addExact(starts[i], each[i].length);
            }
            int[] all = new int[starts[users.length]];
            for (int i = 0; i < users.length; i++) {
                System.arraycopy(each[i], 0, all, starts[i], each[i].length);
            }
            return new Exclusions(starts, all);
        }
    }
}
