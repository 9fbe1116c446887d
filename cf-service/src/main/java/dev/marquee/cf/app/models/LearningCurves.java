package dev.marquee.cf.app.models;

import dev.marquee.cf.eval.LearningCurveSvg;
import dev.marquee.common.error.UnknownId;
import jakarta.inject.Singleton;

/**
 * Draws how stored models were trained. Thread-safe.
 */
@Singleton
public class LearningCurves {
    private final StoredModels models;

    LearningCurves(StoredModels models) {
        this.models = models;
    }

    /**
     * The training that chose the number of epochs, as SVG. Blocks on the database.
     *
     * @throws UnknownId where there is no such model, or it was stored before learning curves were
     */
    public String svg(long id) {
        StoredModel model = models.get(id);
        if (model.report().learningCurve() == null) {
            throw new UnknownId("learning curve of a model", id);
        }
        return LearningCurveSvg.draw("Model " + id + ": " + model.algorithm() + " as " + model.role() + " model",
                model.report().learningCurve());
    }
}
