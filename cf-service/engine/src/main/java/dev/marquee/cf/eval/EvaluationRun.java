package dev.marquee.cf.eval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * One model, trained and tested on one division.
 *
 * @param division such as {@code u1}
 * @param seed of the training, and of the division where it is drawn
 * @param trained how many ratings were trained on
 * @param tested how many were tested
 * @param lists how many lists were judged
 * @param metrics by name, such as {@code rmse} and {@code ndcg@10}
 * @param epochs that were run
 */
public record EvaluationRun(String division, long seed, int trained, int tested, int lists,
        SequencedMap<String, Double> metrics, int epochs, double trainSeconds, double testSeconds) {
    public EvaluationRun {
        metrics = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(metrics));
    }
}
