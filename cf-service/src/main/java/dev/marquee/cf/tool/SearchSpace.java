package dev.marquee.cf.tool;

import dev.marquee.cf.train.TrainOptions;
import dev.marquee.common.error.InvalidRequest;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * The values of options among which a search looks.
 *
 * @param grids {@code --grid option=v1,v2}: values by option
 * @param ranges {@code --range option=lo..hi} or {@code lo..hi:log}: by option
 */
record SearchSpace(Map<String, List<String>> grids, Map<String, Range> ranges) {
    private static final int MOST_TRIALS = 10_000;
    private static final MathContext DIGITS = new MathContext(3);

    /** @param log whether each power of ten is as likely as another */
    record Range(double low, double high, boolean log) {

        private double draw(SplittableRandom random) {
            double share = random.nextDouble();
            return log ? low * Math.pow(high / low, share) : low + share * (high - low);
        }
    }

    /** @throws InvalidRequest for what is empty, unreadable or named twice */
    static SearchSpace of(List<String> grids, List<String> ranges) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String grid : grids) {
            String option = option("--grid", grid, "OPTION=V1,V2");
            List<String> parts = values(grid.substring(option.length() + 1));
            if (values.put(option, parts.stream().distinct().toList()) != null) {
                throw new InvalidRequest("--grid", "names " + option + " twice");
            }
        }
        Map<String, Range> intervals = new LinkedHashMap<>();
        for (String range : ranges) {
            String option = option("--range", range, "OPTION=LOW..HIGH or OPTION=LOW..HIGH:log");
            if (values.containsKey(option)
                    || intervals.put(option, range(range.substring(option.length() + 1))) != null) {
                throw new InvalidRequest("--range", "names " + option + ", which is searched already");
            }
        }
        if (values.isEmpty() && intervals.isEmpty()) {
            throw new InvalidRequest("--grid", "is needed, or --random with --range: there is nothing to search");
        }
        return new SearchSpace(values, intervals);
    }

    private static List<String> values(String text) {
        List<String> values = Stream.of(text.split(",", -1)).map(String::trim).toList();
        if (values.contains("")) {
            throw new InvalidRequest("--grid", "needs values between its commas, is '" + text + "'");
        }
        return values;
    }

    private static String option(String argument, String text, String form) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new InvalidRequest(argument, "is of the form " + form + ", not " + text);
        }
        if (text.substring(0, equals).equals("seed")) {
            throw new InvalidRequest(argument, "cannot search over the seed; --seeds averages over some");
        }
        return text.substring(0, equals);
    }

    private static Range range(String text) {
        boolean log = text.endsWith(":log");
        String[] ends = (log ? text.substring(0, text.length() - ":log".length()) : text).split("\\.\\.", -1);
        try {
            double low = Double.parseDouble(ends[0]);
            double high = Double.parseDouble(ends.length == 2 ? ends[1] : "");
            if (low < high && Double.isFinite(high - low) && (!log || low > 0)) {
                return new Range(low, high, log);
            }
        } catch (NumberFormatException e) {
            throw new InvalidRequest("--range", "needs two numbers LOW..HIGH, has " + text);
        }
        throw new InvalidRequest("--range", "needs LOW below HIGH, and with :log above 0; has " + text);
    }

    /** Every combination of the grids' values, the last option changing fastest. */
    List<Map<String, String>> all() {
        if (!ranges.isEmpty()) {
            throw new InvalidRequest("--range", "needs --random N: there is no end of values in it");
        }
        List<Map<String, String>> combinations = List.of(Map.of());
        for (Map.Entry<String, List<String>> grid : grids.entrySet()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> shorter : combinations) {
                for (String value : grid.getValue()) {
                    Map<String, String> combination = new LinkedHashMap<>(shorter);
                    combination.put(grid.getKey(), value);
                    longer.add(combination);
                }
            }
            combinations = longer;
            requireFew(combinations.size());
        }
        return combinations;
    }

    /**
     * Draws combinations, each value of a grid equally likely; one that was drawn before is left out. Numbers are
     * rounded to three digits, or to whole ones.
     *
     * @param options where the types of the options are from
     */
    List<Map<String, String>> random(int count, TrainOptions options, long seed) {
        requireFew(count);
        SplittableRandom random = new SplittableRandom(seed);
        Set<Map<String, String>> drawn = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            Map<String, String> combination = new LinkedHashMap<>();
            grids.forEach((option, values) -> combination.put(option, values.get(random.nextInt(values.size()))));
            ranges.forEach((option, range) -> {
                double value = range.draw(random);
                combination.put(option, isWhole(options, option)
                        ? Long.toString(Math.round(value))
                        : new BigDecimal(value).round(DIGITS).toPlainString());
            });
            drawn.add(combination);
        }
        return List.copyOf(drawn);
    }

    private static boolean isWhole(TrainOptions options, String option) {
        return Arrays.stream(options.getClass().getRecordComponents())
                .anyMatch(component -> component.getName().equals(option) && component.getType() != double.class);
    }

    private static void requireFew(int trials) {
        if (trials < 1 || trials > MOST_TRIALS) {
            throw new InvalidRequest("trials", "must be between 1 and " + MOST_TRIALS + ", would be " + trials);
        }
    }
}
