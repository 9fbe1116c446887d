package dev.marquee.cf.app.training;

import dev.marquee.common.error.RecommenderException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * What the thread that trains works on: a training from its plan to how it ended.
 *
 * @param kept its checkpoints
 */
record TrainingWork(TrainingPlan plan, TrainingWatch watch, TrainingCheckpoints kept) {
    private static final Logger LOG = Logger.getLogger(TrainingWork.class);

    /**
     * Trains, and makes an end of whatever comes of it.
     *
     * @param stopping whether the service is about to stop
     */
    TrainingEnd train(TrainingRun run, BooleanSupplier stopping) {
        try {
            run.train(plan, watch, kept);
            return TrainingEnd.COMPLETED;
        } catch (TrainingLost e) {
            watch.lose(e.getMessage());
            return TrainingEnd.LOST;
        } catch (CancellationException e) {
            return watch.loss() != null
                    ? TrainingEnd.LOST
                    : stopping.getAsBoolean() ? TrainingEnd.STOPPED : TrainingEnd.CANCELLED;
        } catch (RecommenderException e) {
            return TrainingEnd.failed(e.getMessage());
        } catch (OutOfMemoryError e) {
            return TrainingEnd.failed("There is not enough memory for this training. Start the service"
                    + " with a larger heap (-Xmx), or train fewer factors.");
        } catch (RuntimeException | Error e) {
            return failed(e);
        }
    }

    /** What fails because the database is away has lost the lock too, whether that was noticed or not. */
    private TrainingEnd failed(Throwable e) {
        if (!watch.holdsLock()) {
            LOG.warnf("Training %d was ended by: %s", watch.id(), e);
            return TrainingEnd.LOST;
        }
        LOG.errorf(e, "Training %d failed", watch.id());
        return TrainingEnd.failed("Something went wrong that should not. The log has the details: " + e);
    }

    /** Whether it is in a phase that has epochs, and so may be about to leave a checkpoint. */
    boolean inEpochs() {
        return Phase.hasEpochs(watch.last().phase());
    }
}
