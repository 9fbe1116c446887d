package dev.marquee.cf.train.support;

import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.FactorModelFormat;
import dev.marquee.cf.train.TrainProgress;
import dev.marquee.common.error.CorruptData;
import dev.marquee.common.io.ChecksummedInput;
import dev.marquee.common.io.ChecksummedOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

// @formatter:off
/**
 * The running state of a training after some epochs, version 2, big-endian:
 *
 * <table>
 * <caption>Layout</caption>
 * <tr><th>what</th><th>type</th></tr>
 * <tr><td>magic {@code 0x4d415243} ("MARC")</td><td>int</td></tr>
 * <tr><td>version, 2</td><td>int</td></tr>
 * <tr><td>e epochs done; the best of them, or 0; 1 if its model stands at the end, else 0</td><td>3 × int</td></tr>
 * <tr><td>CRC-32C of all bytes before, so that damaged sizes take no memory</td><td>int</td></tr>
 * <tr><td>figures by epoch: training, validation (NaN without)</td><td>2 × e × double</td></tr>
 * <tr><td>nanoseconds from the start to each epoch's end</td><td>e × long</td></tr>
 * <tr><td>number of the trainer's arrays</td><td>int</td></tr>
 * <tr><td>each array: name; 0 float, 1 double, 2 long; size; numbers</td><td>text, 2 × int, numbers</td></tr>
 * <tr><td>CRC-32C of all bytes before</td><td>int</td></tr>
 * <tr><td>the best model, if it is not that of the arrays</td><td>{@link FactorModelFormat}</td></tr>
 * </table>
 */
// @formatter:on
final class CheckpointFormat {
    private static final int MAGIC = 0x4d415243;
    private static final int VERSION = 2;

    private CheckpointFormat() {}

    /**
     * What is known of the epochs done.
     *
     * @param train by epoch
     * @param validation by epoch
     * @param nanos from the start to each epoch's end
     * @param bestEpoch 0 where nothing is held out to judge by
     * @param best {@code null} where there is none, or where it is the model of the trainer's numbers as they are
     */
    record EpochsDone(double[] train, double[] validation, long[] nanos, int bestEpoch, @Nullable FactorModel best) {

        static EpochsDone of(List<TrainProgress> history, int bestEpoch, @Nullable FactorModel best) {
            return new EpochsDone(history.stream().mapToDouble(TrainProgress::train).toArray(),
                    history.stream().mapToDouble(TrainProgress::validation).toArray(),
                    history.stream().map(TrainProgress::elapsed).mapToLong(Duration::toNanos).toArray(), bestEpoch,
                    bestEpoch == history.size() ? null : best);
        }

        int epochs() {
            return train.length;
        }
    }

    /** The stream is flushed and stays open. */
    static void write(EpochsDone done, RunningState state, OutputStream target) throws IOException {
        ChecksummedOutput out = new ChecksummedOutput(target, MAGIC, VERSION);
        out.writeInt(done.epochs());
        out.writeInt(done.bestEpoch());
        out.writeInt(done.best() == null ? 0 : 1);
        out.seal();
        out.writeDoubles(done.train());
        out.writeDoubles(done.validation());
        out.writeLongs(done.nanos());
        state.write(out);
        if (done.best() != null) {
            FactorModelFormat.write(done.best(), target);
        }
    }

    /**
     * @param state takes the trainer's numbers over
     * @throws CorruptData if the bytes are something else, damaged, or of another training
     */
    static EpochsDone read(InputStream source, RunningState state) throws IOException {
        ChecksummedInput in = new ChecksummedInput(source, "The checkpoint", "Train from the beginning.", MAGIC,
                VERSION);
        int epochs = in.readInt();
        int bestEpoch = in.readInt();
        boolean withModel = in.readInt() == 1;
        in.verify();
        double[] train = in.readDoubles(epochs);
        double[] validation = in.readDoubles(epochs);
        long[] nanos = in.readLongs(epochs);
        state.read(in);
        return new EpochsDone(train, validation, nanos, bestEpoch, withModel ? FactorModelFormat.read(source) : null);
    }
}
