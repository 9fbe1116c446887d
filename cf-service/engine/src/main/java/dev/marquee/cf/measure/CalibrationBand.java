package dev.marquee.cf.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a model's deviations are right for some of the held-out ratings: were errors normal, 68 % of them would lie
 * within one deviation, and 95 % within two.
 *
 * @param of {@code all} ratings, or those by how much was known of their {@code user} or their {@code movie}
 * @param known how many ratings the user or the movie had in training, or a newcomer told: {@code 0}, {@code 1},
 *            {@code 2-5} and so on; {@code any} of all
 * @param ratings how many held-out ratings these are, 1 or more
 * @param rmse root of the mean squared error, in stars
 * @param deviation root of the mean variance that was expected, in stars
 * @param withinOne share of the ratings whose error is one deviation at most
 * @param withinTwo share of those whose error is two at most
 */
public record CalibrationBand(String of, String known, int ratings, double rmse, double deviation, double withinOne,
        double withinTwo) {

    /** The bands of several models as one list, each rating counted alike. */
    public static List<CalibrationBand> pooled(List<List<CalibrationBand>> models) {
        Map<String, List<CalibrationBand>> byName = new LinkedHashMap<>();
        for (String name : Calibration.names()) {
            byName.put(name, new ArrayList<>());
        }
        for (List<CalibrationBand> bands : models) {
            bands.forEach(band -> byName.computeIfAbsent(band.name(), name -> new ArrayList<>()).add(band));
        }
        return byName.values().stream().filter(bands -> !bands.isEmpty()).map(CalibrationBand::pool).toList();
    }

    private static CalibrationBand pool(List<CalibrationBand> bands) {
        int ratings = bands.stream().mapToInt(CalibrationBand::ratings).sum();
        double squares = 0;
        double variances = 0;
        double one = 0;
        double two = 0;
        for (CalibrationBand band : bands) {
            double share = (double) band.ratings / ratings;
            squares += share * band.rmse * band.rmse;
            variances += share * band.deviation * band.deviation;
            one += share * band.withinOne;
            two += share * band.withinTwo;
        }
        CalibrationBand first = bands.getFirst();
        return new CalibrationBand(first.of, first.known, ratings, Math.sqrt(squares), Math.sqrt(variances), one, two);
    }

    String name() {
        return of + " " + known;
    }
}
