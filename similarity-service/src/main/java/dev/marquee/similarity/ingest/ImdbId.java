package dev.marquee.similarity.ingest;

import dev.marquee.common.ingest.Digits;
import dev.marquee.common.ingest.LineFault;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * IMDb's ids of persons, {@code nm0000158}, as numbers and back.
 */
final class ImdbId {
    private ImdbId() {}

    static long person(String text) throws LineFault {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long number = text.startsWith("nm") ? Digits.parse(bytes, 2, bytes.length) : -1;
        if (number < 1) {
            throw new LineFault(notAPerson(text));
        }
        return number;
    }

    static String notAPerson(String text) {
        return "a person's id must be nm and digits, is '" + text + "'";
    }

    static String text(long person) {
        return String.format(Locale.ROOT, "nm%07d", person);
    }
}
