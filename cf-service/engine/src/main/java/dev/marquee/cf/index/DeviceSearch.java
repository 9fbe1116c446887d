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
 * sums. Users are worked on in batches whose scores fit into the device's memory; only the lists come back.
 */
public final class DeviceSearch implements ListSearch {
    /** Share of what is free that scores may take. */
    private static final double SHARE = 0.5;
    /** More at once would not be faster, and would delay a wish to stop. */
    private static final long MOST_SCORES = 1L << 28;

    private final Device device;
    private final int padded;
    private final int movies;
    private final DeviceFloats userFactors;
    private final DeviceFloats userBiases;
    private final DeviceFloats movieFactors;
    private final DeviceFloats movieBiases;
    private final DeviceFloats mean;
    private final DeviceFloats scores;
    private final int usersAtOnce;

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
        this.padded = Kernel.compiledFor(model.factors());
        if (padded == 0) {
            throw new InvalidRequest("factors", "must be between 1 and " + Kernel.FACTORS.getLast()
                    + " on a device, is " + model.factors());
        }
        this.movies = index.size();
        userFactors = rows(model.users().size(), model.factors(), model.allUserFactors());
        movieFactors = rows(movies, model.factors(), index.items());
        // The same for all of a user's movies, so lists do without.
        userBiases = device.floats(Math.max(1, model.users().size()));
        movieBiases = floats(index.offsets());
        mean = device.floats(1);
        long most = Math.min(Math.min((long) (SHARE * device.freeBytes()), device.info().largestArrayBytes())
                / Float.BYTES, MOST_SCORES);
        usersAtOnce = (int) Math.max(1, Math.min(most / Math.max(1, movies), model.users().size()));
        scores = device.floats(Math.max(1, Math.multiplyExact(usersAtOnce, movies)));
    }

    private DeviceFloats rows(int count, int factors, float[] compact) {
        DeviceFloats array = device.floats(Math.max(1, Math.multiplyExact(count, padded)));
        new PaddedRows(count, factors, padded).write(compact, array, () -> {});
        return array;
    }

    private DeviceFloats floats(float... numbers) {
        DeviceFloats array = device.floats(Math.max(1, numbers.length));
        array.write(0, numbers, 0, numbers.length);
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

    private List<List<Scored>> batch(int[] users, int n, IntFunction<int[]> excluded) {
        Exclusions without = Exclusions.of(users, excluded);
        int tiles = groups(users.length, DeviceSearchKernels.TILE_USERS)
                * groups(movies, DeviceSearchKernels.TILE_MOVIES);
        try (DeviceInts which = ints(users);
                DeviceInts scoreSizes = ints(users.length, movies);
                DeviceInts topSizes = ints(users.length, movies, n);
                DeviceInts starts = ints(without.starts());
                DeviceInts gone = ints(without.movies());
                DeviceInts items = device.ints(users.length * n);
                DeviceFloats itemScores = device.floats(users.length * n)) {
            device.launch(DeviceSearchKernels.SCORES, padded, tiles, userFactors, userBiases, movieFactors, movieBiases,
                    which,
                    scores, scoreSizes, mean);
            device.launch(DeviceSearchKernels.SELECT_TOP, 0, users.length, scores, starts, gone, items, itemScores,
                    topSizes);
            return lists(items, itemScores, users.length, n);
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
        for (DeviceFloats array : List.of(userFactors, userBiases, movieFactors, movieBiases, mean, scores)) {
            array.close();
        }
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
