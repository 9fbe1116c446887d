package dev.marquee.cf.app.training;

import dev.marquee.common.error.Conflict;
import dev.marquee.common.error.RecommenderException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Trains what the configuration names when the service starts, and then ends the process. Where a training runs
 * already, be it another replica's or one that an earlier attempt of the same job left behind, its end is waited for.
 */
@Singleton
class TrainThenEnd {
    private static final Logger LOG = Logger.getLogger(TrainThenEnd.class);
    private static final long LOOK_MILLIS = 200;

    private final TrainingService trainings;
    private final ReplicaConfig replica;

    TrainThenEnd(TrainingService trainings, ReplicaConfig replica) {
        this.trainings = trainings;
        this.replica = replica;
    }

    void start(@Observes StartupEvent event) {
        replica.trainThenEnd().ifPresent(algorithms -> Thread.ofPlatform().name("train-then-end").daemon(true)
                .start(() -> Quarkus.asyncExit(trainAll(algorithms) ? 0 : 1)));
    }

    /**
     * Blocks until all of them have ended.
     *
     * @return whether each has a model; after one that has not, no further one is begun
     */
    boolean trainAll(List<String> algorithms) {
        try {
            for (String algorithm : algorithms) {
                TrainingJob job = train(algorithm.strip());
                if (job.state() != TrainingState.COMPLETED) {
                    LOG.errorf("Training %d (%s) is %s: %s", job.id(), job.spec().algorithm(), job.state().word(),
                            job.outcome().error());
                    return false;
                }
            }
            return true;
        } catch (RecommenderException e) {
            LOG.error(e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The trainings did not come to their end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private TrainingJob train(String algorithm) throws InterruptedException {
        while (true) {
            try {
                return end(trainings.start(TrainingRequest.of(algorithm)).id());
            } catch (Conflict running) {
                LOG.infof("Training %s is running already; waiting for its end", running.runningId());
                if (!running.runningId().matches("\\d+")) {
                    Thread.sleep(LOOK_MILLIS);
                    continue;
                }
                TrainingJob other = end(Long.parseLong(running.runningId()));
                if (other.spec().algorithm().equals(algorithm) && other.state() == TrainingState.COMPLETED) {
                    return other;
                }
            }
        }
    }

    private TrainingJob end(long id) throws InterruptedException {
        TrainingJob job = trainings.get(id);
        while (job.running()) {
            Thread.sleep(LOOK_MILLIS);
            job = trainings.get(id);
        }
        return job;
    }
}
