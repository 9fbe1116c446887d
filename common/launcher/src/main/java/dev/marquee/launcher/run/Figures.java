package dev.marquee.launcher.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** How good a model is, in words. */
final class Figures {
    private Figures() {}

    /** A figure by its name, with four digits; says so where there is none. */
    static String of(String name, JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%s %.4f", name, value.asDouble()) : "no " + name;
    }

    /** The figure of an epoch, as the end of a line of progress; nothing where there is none. */
    static String ofEpoch(JsonNode job) {
        JsonNode value = job.path("validationValue");
        return value.isNumber() ? ", validation " + of(job.path("validationMetric").asText(), value) : "";
    }
}
