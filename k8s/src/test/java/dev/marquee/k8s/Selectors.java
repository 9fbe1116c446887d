package dev.marquee.k8s;

import static dev.marquee.k8s.Resources.stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Label selectors, as Kubernetes means them.
 */
final class Selectors {
    private Selectors() {}

    /** A plain map, as a Service has. */
    static boolean mapMatches(JsonNode map, JsonNode labels) {
        return map.properties().stream().allMatch(entry -> entry.getValue().equals(labels.get(entry.getKey())));
    }

    /** With matchLabels and matchExpressions; an empty one matches everything. */
    static boolean matches(JsonNode selector, JsonNode labels) {
        return mapMatches(selector.path("matchLabels"), labels)
                && stream(selector.path("matchExpressions")).allMatch(expression -> fulfilled(expression, labels));
    }

    private static boolean fulfilled(JsonNode expression, JsonNode labels) {
        JsonNode value = labels.get(expression.path("key").asText());
        boolean listed = stream(expression.path("values")).anyMatch(allowed -> allowed.equals(value));
        String operator = expression.path("operator").asText();
        return switch (operator) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> throw new IllegalArgumentException("There is no operator " + operator);
        };
    }
}
