package dev.marquee.cf.app.training;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/**
 * Settings of trainings. A request may say otherwise for each of them but the number of ratings.
 */
@ConfigMapping(prefix = "marquee.training")
public interface TrainingConfig {

    /**
     * Fraction of the ratings that takes no part in the training and on which the model is judged. A tenth gives an
     * RMSE that is good to three digits from 100,000 ratings on. 0.01 to 0.5.
     */
    @WithDefault("0.1")
    double holdout();

    /**
     * Fraction of the remaining ratings by which the number of epochs is chosen. They are not those that the report is
     * made from, because a number that was chosen to look good on some ratings does look better on them than it is. 0
     * to 0.5. Where there are none to choose by (0, or nobody liked a movie among them), all epochs are run, whatever
     * the patience.
     */
    @WithDefault("0.05")
    double validation();

    /**
     * Where all random choices come from: the same seed, ratings and options give the same model.
     */
    @WithDefault("42")
    long seed();

    /**
     * Whether the model that is stored is trained anew on all ratings, by the number of epochs that was found. It
     * doubles the time, and makes every user's newest rating count; the report is the one of the model that saw less.
     */
    @WithDefault("true")
    boolean refit();

    /**
     * Where trainings run whose request does not say, for algorithms that have kernels for devices: {@code cpu};
     * {@code gpu}: a real one, by CUDA or OpenCL; {@code opencl}: any OpenCL device; {@code auto}: a GPU where there is
     * one, else the CPU. The service does not start where there is no such device.
     */
    @WithDefault("auto")
    String device();

    /**
     * Fewer ratings than this are refused: what is learnt from them is noise.
     */
    @WithDefault("100")
    long minRatings();

    /**
     * How often a running training stores its state in the database, after the epoch in which it falls due, so that it
     * is resumed there when the service is started again. Storing takes no more than about a twentieth of the time: a
     * large model is stored less often. 0: after each epoch, whatever it takes.
     */
    @WithDefault("2M")
    Duration checkpointEvery();

    /**
     * Hyper-parameters that differ from the trainers' own defaults, by algorithm:
     * {@code marquee.training.options.sgd.factors=32}. The trainers' defaults are tuned on validation splits of
     * MovieLens 100K.
     */
    Map<String, Map<String, String>> options();
}
