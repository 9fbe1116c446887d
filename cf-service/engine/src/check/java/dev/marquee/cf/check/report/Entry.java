package dev.marquee.cf.check.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What a stage says of one of its parts.
 *
 * @param seconds it took
 * @param words for people: figures, or what went wrong in the driver's words
 * @param facts by name: texts, numbers, booleans
 */
public record Entry(String stage, String part, Status status, double seconds, String words,
        Map<String, Object> facts) {

    public Entry {
        facts = new LinkedHashMap<>(facts);
    }

    public Entry(String stage, String part, Status status, String words) {
        this(stage, part, status, 0, words, Map.of());
    }

    /** A fact that is a number, or NaN. */
    public double number(String fact) {
        return facts.get(fact) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** A fact as text; empty where there is none. */
    public String text(String fact) {
        return Objects.toString(facts.get(fact), "");
    }

    /** As an object of JSON, in one line. */
    String json() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("stage", stage);
        object.put("part", part);
        object.put("status", status.word());
        object.put("seconds", Math.round(seconds * 1000) / 1000.0);
        object.put("words", words);
        object.put("facts", facts);
        return Json.write(object);
    }

    @SuppressWarnings("unchecked")
    static Entry parse(String line) {
        Map<String, Object> object = (Map<String, Object>) Json.read(line);
        return new Entry((String) object.get("stage"), (String) object.get("part"),
                Status.of((String) object.get("status")), ((Number) object.get("seconds")).doubleValue(),
                (String) object.get("words"), (Map<String, Object>) object.get("facts"));
    }

    /** A line for people who look on. */
    public String line() {
        String time = seconds > 0 ? String.format(Locale.ROOT, " (%.1f s)", seconds) : "";
        return "[" + stage + "] " + part + ": " + status.word() + time + (words.isEmpty() ? "" : ": " + words);
    }
}
