package dev.marquee.cf.model;

import dev.marquee.common.io.ChecksummedInput;
import dev.marquee.common.io.ChecksummedOutput;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The part of a stored model that holds its final score: sizes in the head, numbers behind those of the model. Whole
 * numbers, all of them small, stand as floats.
 */
final class FinalScoreFormat {
    private FinalScoreFormat() {}

    /**
     * What the head says of it.
     *
     * @param present 1 or 0
     * @param factors of the stars
     * @param items movies that speak for others
     * @param entries how often they do
     */
    record Sizes(int present, int factors, int items, int entries) {

        static Sizes of(@Nullable FinalScore score) {
            return score == null
                    ? new Sizes(0, 0, 0, 0)
                    : new Sizes(1, score.tables().factors(), score.tables().items().size(),
                            score.tables().items().entries());
        }

        static Sizes read(ChecksummedInput in) throws IOException {
            return new Sizes(in.readInt(), in.readInt(), in.readInt(), in.readInt());
        }

        void write(ChecksummedOutput out) throws IOException {
            out.writeInt(present);
            out.writeInt(factors);
            out.writeInt(items);
            out.writeInt(entries);
        }
    }

    static void write(ChecksummedOutput out, FinalScore score) throws IOException {
        ListTables tables = score.tables();
        out.writeDoubles(score.weights().weights());
        out.writeDoubles(score.weights().away());
        out.writeDoubles(new double[]{score.weights().nearness()});
        out.writeFloats(tables.popularity());
        out.writeFloats(tables.trend());
        out.writeFloats(tables.quality());
        out.writeFloat(tables.starMean());
        out.writeFloats(tables.starBiases());
        out.writeFloats(tables.starFactors());
        out.writeFloats(floats(tables.items().movies()));
        out.writeFloats(floats(tables.items().starts()));
        out.writeFloats(floats(tables.items().columns()));
        out.writeFloats(tables.items().values());
    }

    /** @return makes it, to be asked when all is known to be undamaged */
    static Supplier<FinalScore> read(ChecksummedInput in, Sizes sizes, int movies) throws IOException {
        double[] weights = in.readDoubles(ScoreWeights.FEATURES * ScoreWeights.LEVELS);
        double[] away = in.readDoubles(ScoreWeights.FEATURES * ScoreWeights.LEVELS);
        double[] nearness = in.readDoubles(1);
        float[] popularity = in.readFloats(movies);
        float[] trend = in.readFloats(movies);
        float[] quality = in.readFloats(movies);
        float starMean = in.readFloat();
        float[] starBiases = in.readFloats(movies);
        float[] starFactors = in.readFloats(movies * sizes.factors());
        float[] head = in.readFloats(sizes.items());
        float[] starts = in.readFloats(sizes.items() + 1);
        float[] columns = in.readFloats(sizes.entries());
        float[] values = in.readFloats(sizes.entries());
        return () -> new FinalScore(new ListTables(popularity, trend, quality, starMean, starBiases, starFactors,
                new ItemWeights(movies, ints(head), ints(starts), ints(columns), values)),
                new ScoreWeights(weights, away, nearness[0]));
    }

    private static float[] floats(int[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = numbers[i];
        }
        return floats;
    }

    private static int[] ints(float[] numbers) {
        int[] ints = new int[numbers.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = (int) numbers[i];
        }
        return ints;
    }
}
