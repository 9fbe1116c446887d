package dev.marquee.cf.model;

import dev.marquee.common.error.CorruptData;
import dev.marquee.common.id.IdMap;
import dev.marquee.common.io.ChecksummedInput;
import dev.marquee.common.io.ChecksummedOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

// @formatter:off
/**
 * The binary form of a {@link FactorModel}, version 7, big-endian:
 *
 * <table>
 * <caption>Layout</caption>
 * <tr><th>what</th><th>type</th></tr>
 * <tr><td>magic {@code 0x4d415251} ("MARQ")</td><td>int</td></tr>
 * <tr><td>version, 7</td><td>int</td></tr>
 * <tr><td>m users, n movies, k factors</td><td>3 × int</td></tr>
 * <tr><td>mean, lowest rating, highest rating</td><td>3 × float</td></tr>
 * <tr><td>1 or 0: are there implicit features, uncertainty, a place for newcomers</td><td>3 × int</td></tr>
 * <tr><td>s parts of a second stage, 0: there is none; at most 16</td><td>int</td></tr>
 * <tr><td>with one: factors of each part; features, trees and nodes</td><td>s, 3 × int</td></tr>
 * <tr><td>head of the sittings: see {@link SittingsFormat}</td><td></td></tr>
 * <tr><td>1 or 0: is there a final score; factors of its stars, movies, weights of its head</td><td>4 × int</td></tr>
 * <tr><td>CRC-32C of all bytes before, so that damaged sizes take no memory</td><td>int</td></tr>
 * <tr><td>user ids, ascending</td><td>m × long</td></tr>
 * <tr><td>movie ids, ascending</td><td>n × long</td></tr>
 * <tr><td>user biases, movie biases</td><td>m, n × float</td></tr>
 * <tr><td>user factors, movie factors, row-major</td><td>m·k, n·k × float</td></tr>
 * <tr><td>implicit features of movies, of users, row-major</td><td>n·k, m·k × float</td></tr>
 * <tr><td>constants of users, of movies</td><td>2 × k × float</td></tr>
 * <tr><td>uncertainty: noise; variances by user, by movie, by ratings told ({@link Uncertainty#steps}), of an unknown
 * movie</td><td>1, m, n, 9, 1 × float</td></tr>
 * <tr><td>the newcomers' bias and factors</td><td>1, k × float</td></tr>
 * <tr><td>with a second stage: mean; counts, means, scatters, first days by movie</td><td>1, 4 × n × float</td></tr>
 * <tr><td>the first node of each tree</td><td>trees × int</td></tr>
 * <tr><td>of each node: feature asked for, highest bit: unknown goes left; first child, or 0</td><td>2 × nodes × int</td></tr>
 * <tr><td>of each node: threshold, or what the leaf adds</td><td>nodes × float</td></tr>
 * <tr><td>the sittings</td><td></td></tr>
 * <tr><td>with a final score: its weights in and after the sitting, nearness</td><td>21, 21, 1 × double</td></tr>
 * <tr><td>popularity, trend, quality; mean, biases, factors f of stars</td><td>3 × n, 1, n, n·f × float</td></tr>
 * <tr><td>the head's h movies, starts of rows; w columns, weights</td><td>h, h+1, w, w × float</td></tr>
 * <tr><td>CRC-32C of all bytes before</td><td>int</td></tr>
 * </table>
 */
// @formatter:on
public final class FactorModelFormat {
    private static final int MAGIC = 0x4d415251;
    private static final int VERSION = 7;

    private FactorModelFormat() {}

    /** Writes the model; the stream is flushed and stays open. */
    public static void write(FactorModel model, OutputStream target) throws IOException {
        ChecksummedOutput out = new ChecksummedOutput(target, MAGIC, VERSION);
        out.writeInt(model.users().size());
        out.writeInt(model.movies().size());
        out.writeInt(model.factors());
        out.writeFloat(model.mean());
        out.writeFloat(model.minRating());
        out.writeFloat(model.maxRating());
        out.writeInt(model.implicit().isPresent() ? 1 : 0);
        out.writeInt(model.uncertainty().isPresent() ? 1 : 0);
        out.writeInt(model.trainedNewcomer().isPresent() ? 1 : 0);
        SecondStageFormat.writeSizes(model.secondStage(), out);
        SittingsFormat.writeHead(model, out);
        FinalScoreFormat.Sizes.of(model.finalScore().orElse(null)).write(out);
        out.seal();
        out.writeLongs(model.users().ids());
        out.writeLongs(model.movies().ids());
        out.writeFloats(model.allUserBiases());
        out.writeFloats(model.allMovieBiases());
        out.writeFloats(model.allUserFactors());
        out.writeFloats(model.allMovieFactors());
        if (model.implicit().isPresent()) {
            out.writeFloats(model.implicit().get().allMovieFeatures());
            out.writeFloats(model.implicit().get().allUserFeatures());
            out.writeFloats(model.implicit().get().userConstant());
            out.writeFloats(model.implicit().get().movieConstant());
        }
        if (model.uncertainty().isPresent()) {
            out.writeFloat(model.uncertainty().get().noise());
            out.writeFloats(model.uncertainty().get().users());
            out.writeFloats(model.uncertainty().get().movies());
            out.writeFloats(model.uncertainty().get().told());
            out.writeFloat(model.uncertainty().get().unknownMovie());
        }
        if (model.trainedNewcomer().isPresent()) {
            out.writeFloat(model.trainedNewcomer().get().bias());
            out.writeFloats(model.trainedNewcomer().get().factors());
        }
        SecondStageFormat.write(model.secondStage(), out);
        if (model.sittings().isPresent()) {
            SittingsFormat.write(model.sittings().get(), out);
        }
        if (model.finalScore().isPresent()) {
            FinalScoreFormat.write(out, model.finalScore().get());
        }
        out.seal();
    }

    /**
     * Reads a model; the stream stays open.
     *
     * @throws CorruptData if the bytes are no model, of another version, or damaged
     */
    public static FactorModel read(InputStream source) throws IOException {
        ChecksummedInput in = new ChecksummedInput(source, "The stored model", "Train again, or activate another.",
                MAGIC, VERSION);
        int m = in.readInt();
        int n = in.readInt();
        int k = in.readInt();
        float mean = in.readFloat();
        float min = in.readFloat();
        float max = in.readFloat();
        boolean implicit = in.readInt() == 1;
        boolean uncertainty = in.readInt() == 1;
        boolean newcomer = in.readInt() == 1;
        SecondStageFormat.Sizes second = SecondStageFormat.Sizes.read(in);
        List<int[]> levels = SittingsFormat.readHead(in);
        FinalScoreFormat.Sizes sizes = FinalScoreFormat.Sizes.read(in);
        in.verify();
        long[] users = in.readLongs(m);
        long[] movies = in.readLongs(n);
        float[] userBiases = in.readFloats(m);
        float[] movieBiases = in.readFloats(n);
        float[] userFactors = in.readFloats(m * k);
        float[] movieFactors = in.readFloats(n * k);
        ImplicitFeatures features = implicit
                ? new ImplicitFeatures(k, in.readFloats(n * k), in.readFloats(m * k), in.readFloats(k),
                        in.readFloats(k))
                : null;
        Uncertainty known = uncertainty
                ? new Uncertainty(in.readFloat(), in.readFloats(m), in.readFloats(n),
                        in.readFloats(Uncertainty.steps().length), in.readFloat())
                : null;
        UserVector place = newcomer ? new UserVector(in.readFloat(), in.readFloats(k)) : null;
        Optional<SecondStage> learnt = SecondStageFormat.read(in, second, n);
        Sittings times = levels.isEmpty() ? null : SittingsFormat.read(in, levels, m, k);
        Supplier<FinalScore> score = sizes.present() == 1 ? FinalScoreFormat.read(in, sizes, n) : null;
        in.verify();
        FactorModel model = new FactorModel(IdMap.of(users), IdMap.of(movies), k, mean, min, max, userBiases,
                movieBiases, userFactors, movieFactors);
        model = features == null ? model : model.with(features);
        model = known == null ? model : model.with(known);
        model = times == null ? model : model.with(times);
        model = place == null ? model : model.withNewcomer(place);
        model = learnt.isPresent() ? model.with(learnt.get()) : model;
        return score == null ? model : model.with(score.get());
    }
}
