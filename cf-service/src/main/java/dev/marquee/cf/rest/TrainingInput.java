package dev.marquee.cf.rest;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.app.training.TrainingRequest;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to train; whatever is {@code null} comes from the configuration.
 *
 * @param algorithm where it is not said, the one that is recommended for the role
 * @param options hyper-parameters that differ from the defaults
 * @param role where it is not said, what the algorithm is for; where neither is, {@code rating}
 * @param holdout fraction of the ratings to judge the model by
 * @param refit whether to train anew on all ratings at the end
 */
@Schema(name = "TrainingRequest", description = "What to train", examples = """
        {"algorithm": "sgd", "options": {"factors": 32}, "role": "rating"}""")
public record TrainingInput(
        @Schema(description = "for stars: " + Algorithms.FOR_STARS
                + "; for lists: " + Algorithms.FOR_LISTS + "; where it is not said, the first of the role",
                examples = "sgd") @Nullable String algorithm,
        @Schema(description = "hyper-parameters that differ from the defaults; for "
                + Algorithms.ON_DEVICES + " also device: cpu, gpu, opencl or auto",
                examples = "{\"factors\": 32}") @Nullable Map<String, @Nullable Object> options,
        @Schema(description = "rating: predicts stars; ranking: orders lists; where it is not said, what the algorithm is for; where neither is, rating",
                examples = "rating") @Nullable String role,
        @DecimalMin("0.01") @DecimalMax("0.5") @Schema(description = "fraction of the ratings to judge the model by",
                examples = "0.1") @Nullable Double holdout,
        @Schema(description = "train anew on all ratings at the end", examples = "true") @Nullable Boolean refit) {

    TrainingRequest request() {
        return new TrainingRequest(algorithm, options, role, holdout, refit);
    }
}
