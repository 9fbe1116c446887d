package dev.marquee.cf.app.training;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/**
 * What this replica is there for, where several share a database.
 */
@ConfigMapping(prefix = "marquee.replica")
public interface ReplicaConfig {

    /**
     * Whether trainings run in this replica. Where others have the processors, the memory or the GPU for them, those
     * that answer requests should not: neither on request, nor when another replica leaves one behind.
     */
    @WithDefault("true")
    boolean trains();

    /**
     * Algorithms to train, one after the other, after which the process ends: with 0 if all of them have a model, else
     * with 1. Meant for a job that holds a GPU for no longer than it must.
     */
    Optional<List<String>> trainThenEnd();
}
