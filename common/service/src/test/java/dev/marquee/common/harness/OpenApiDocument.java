package dev.marquee.common.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What generated clients need of the OpenAPI document.
 */
public final class OpenApiDocument {
    private OpenApiDocument() {}

    /**
     * The answers of success that do not say what they look like: those with a body, of which neither a schema nor an
     * example of any media type is told.
     *
     * @param paths the document's {@code paths}, as maps
     */
    public static List<String> answersWithoutForm(Map<String, Map<String, Map<String, Object>>> paths) {
        List<String> formless = new ArrayList<>();
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> part(operation, "responses")
                .forEach((status, answer) -> {
                    if (status.startsWith("2") && !status.equals("204") && !hasForm((Map<?, ?>) answer)) {
                        formless.add(method + " " + path + " " + status);
                    }
                })));
        return formless;
    }

    private static boolean hasForm(Map<?, ?> answer) {
        Map<String, Object> content = part(answer, "content");
        return !content.isEmpty() && content.values().stream().map(Map.class::cast)
                .allMatch(form -> form.containsKey("schema") || form.containsKey("example"));
    }

    @SuppressWarnings("unchecked") // it is JSON
    private static Map<String, Object> part(Map<?, ?> whole, String name) {
        return whole.get(name) instanceof Map<?, ?> part ? (Map<String, Object>) part : Map.of();
    }
}
