package dev.marquee.cf.app.training;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.error.ModelNotReady;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A replica that does not train touches nothing that trainings need: here there is nothing of it. */
class ReplicaTest {
    private static final TrainingRequest REQUEST = new TrainingRequest("sgd", null, null, null, null);

    private record Replica(boolean trains, Optional<List<String>> trainThenEnd) implements ReplicaConfig {}

    private static TrainingService service(boolean trains) {
        return new TrainingService(null, null, null, null, null, null, new Replica(trains, Optional.empty()));
    }

    @Test
    void oneThatDoesNotTrainRefusesAndSaysWhy() {
        String message = assertThrows(ModelNotReady.class, () -> service(false).start(REQUEST)).getMessage();
        assertTrue(message.contains("marquee.replica.trains"), message);
        assertThrows(NullPointerException.class, () -> service(true).start(REQUEST), "the check cannot fail");
    }

    @Test
    void oneThatDoesNotTrainLeavesInterruptedTrainingsToOthers() {
        TrainingRecovery recovery = new TrainingRecovery(null, null, null, null,
                new Replica(false, Optional.empty()));
        assertDoesNotThrow(recovery::look);
    }
}
