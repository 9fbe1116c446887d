package dev.marquee.cf.tool;

import dev.marquee.cf.eval.EvaluationReport;
import dev.marquee.cf.eval.Protocol;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which measures tables have rows for, and in which order.
 */
final class MeasureNames {
    /** With newcomers, each measure is there once for each number of ratings told: the telling ones are enough. */
    private static final Pattern OF_NEWCOMERS = Pattern.compile("(rmse( untimed)?|mae|(ndcg|recall)@\\d+) told \\d+");

    private MeasureNames() {}

    /** All that some report has; those of stars first. */
    static List<String> of(List<EvaluationReport> reports) {
        Set<String> names = new LinkedHashSet<>();
        reports.stream().sorted(Comparator.comparing(report -> !report.metrics().containsKey("rmse")))
                .forEach(report -> names.addAll(report.metrics().keySet()));
        return reports.getFirst().protocol() == Protocol.NEWCOMERS ? byMeasure(names) : List.copyOf(names);
    }

    /** One measure after the other, each by how many ratings are told. */
    private static List<String> byMeasure(Set<String> names) {
        return names.stream().filter(OF_NEWCOMERS.asMatchPredicate())
                .collect(
                        Collectors.groupingBy(name -> name.substring(0, name.lastIndexOf(" told ")), LinkedHashMap::new,
                                Collectors.toList()))
                .values().stream().flatMap(List::stream).toList();
    }

    /** The length of the longest. */
    static int width(List<String> names) {
        return names.stream().mapToInt(String::length).max().orElse(0);
    }
}
