package dev.marquee.cf.measure;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.Uncertainty;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares errors with the deviations that a model expects, by how much was known of the user and of the movie. Times
 * of ratings are left alone, as they are where a prediction is asked for.
 */
public final class Calibration {
    private static final String[] KNOWN = {"0", "1", "2-5", "6-20", "21-100", "101-"};
    private static final int[] MOST = {0, 1, 5, 20, 100, Integer.MAX_VALUE};
    private static final List<String> SIDES = List.of("user", "movie");
    private static final String ALL = "all any";

    private final Counts[] counts;

    /** Sums over some ratings. */
    private static final class Counts {
        private int ratings;
        private int one;
        private int two;
        private double squares;
        private double variances;

        void add(double error, double deviation) {
            ratings++;
            one += Math.abs(error) <= deviation ? 1 : 0;
            two += Math.abs(error) <= 2 * deviation ? 1 : 0;
            squares += error * error;
            variances += deviation * deviation;
        }

        CalibrationBand band(String name) {
            int space = name.indexOf(' ');
            return new CalibrationBand(name.substring(0, space), name.substring(space + 1), ratings,
                    Math.sqrt(squares / ratings), Math.sqrt(variances / ratings), (double) one / ratings,
                    (double) two / ratings);
        }
    }

    private Calibration() {
        counts = new Counts[names().size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new Counts();
        }
    }

    /**
     * @param known the ratings that are known of the users who are asked about, who are those of the model
     * @param train what the model was trained on, with its movies
     * @return without bands that have no rating; empty where the model does not tell how sure it is
     */
    public static List<CalibrationBand> of(FactorModel model, RatingMatrix known, RatingMatrix train, HeldOut heldOut) {
        Calibration calibration = new Calibration();
        model.uncertainty().ifPresent(uncertainty -> calibration.add(model, uncertainty, known, train, heldOut));
        List<CalibrationBand> bands = new ArrayList<>();
        List<String> names = names();
        for (int i = 0; i < names.size(); i++) {
            if (calibration.counts[i].ratings > 0) {
                bands.add(calibration.counts[i].band(names.get(i)));
            }
        }
        return bands;
    }

    private void add(FactorModel model, Uncertainty uncertainty, RatingMatrix known, RatingMatrix train,
            HeldOut heldOut) {
        float[] predicted = Predictions.of(model, known, heldOut);
        for (int i = 0; i < heldOut.size(); i++) {
            int user = heldOut.user(i);
            int movie = heldOut.movie(i);
            double error = heldOut.rating(i) - predicted[i];
            double deviation = uncertainty.deviation(user, movie);
            counts[0].add(error, deviation);
            counts[1 + band(known.byUser(), user)].add(error, deviation);
            counts[1 + KNOWN.length + band(train.byMovie(), movie)].add(error, deviation);
        }
    }

    private static int band(Csr rows, int row) {
        int ratings = row < 0 ? 0 : rows.length(row);
        int band = 0;
        while (ratings > MOST[band]) {
            band++;
        }
        return band;
    }

    /** Of all bands, in the order in which they are told. */
    static List<String> names() {
        List<String> names = new ArrayList<>(List.of(ALL));
        for (String side : SIDES) {
            for (String known : KNOWN) {
                names.add(side + " " + known);
            }
        }
        return names;
    }
}
