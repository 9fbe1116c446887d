package dev.marquee.cf.ingest;

import dev.marquee.common.ingest.Digits;
import dev.marquee.common.ingest.Fields;
import dev.marquee.common.ingest.LineFault;

/**
 * Decodes stars and times in place. Digits only: a decimal point is the one sign that is understood, so NaN, exponents
 * and decimal commas are all refused.
 */
final class RatingFields {
    /** In the year 2106, where unsigned 32-bit seconds end; what is larger is surely in milliseconds. */
    private static final long LATEST_SECONDS = 0xFFFF_FFFFL;

    private RatingFields() {}

    /**
     * @param half whether half stars, and 0.5, are allowed
     * @return 0.5 to 5 in half stars, or 1 to 5 in whole ones
     */
    static float stars(Fields fields, int field, boolean half) throws LineFault {
        byte[] bytes = fields.bytes();
        int from = fields.start(field);
        int to = fields.end(field);
        int point = from;
        while (point < to && bytes[point] != '.') {
            point++;
        }
        long whole = Digits.parse(bytes, from, point);
        int halves = point == to ? 0 : halfBehindPoint(bytes, point + 1, to);
        if (whole < 0 || halves < 0) {
            throw new LineFault(notStars(fields.text(field), half));
        }
        long doubled = 2 * Math.min(whole, 10) + halves;
        if (doubled < (half ? 1 : 2) || doubled > 10 || (!half && halves > 0)) {
            throw new LineFault("rating " + fields.text(field) + " is out of range: " + allowed(half));
        }
        return doubled * 0.5f;
    }

    /** 0 for digits that are all zero, 1 for a five and zeros, -1 for anything else. */
    private static int halfBehindPoint(byte[] bytes, int from, int to) {
        if (from >= to || (bytes[from] != '0' && bytes[from] != '5')) {
            return -1;
        }
        for (int i = from + 1; i < to; i++) {
            if (bytes[i] != '0') {
                return -1;
            }
        }
        return bytes[from] == '5' ? 1 : 0;
    }

    private static String notStars(String text, boolean half) {
        if (text.equalsIgnoreCase("nan")) {
            return "rating is NaN";
        }
        try {
            double value = Double.parseDouble(text);
            return "rating " + text + (value < 0 || value > 5 ? " is out of range: " : " is not on the scale: ")
                    + allowed(half);
        } catch (NumberFormatException e) {
            return "rating '" + text + "' is not a number: " + allowed(half);
        }
    }

    private static String allowed(boolean half) {
        return half ? "0.5 to 5 in half stars are allowed" : "1 to 5 in whole stars are allowed";
    }

    /**
     * @return seconds since 1970; 0 means unknown
     */
    static long seconds(Fields fields, int field) throws LineFault {
        long seconds = Digits.parse(fields.bytes(), fields.start(field), fields.end(field));
        if (seconds < 0) {
            throw new LineFault("timestamp must be whole seconds since 1970, is '" + fields.text(field) + "'");
        }
        if (seconds > LATEST_SECONDS) {
            throw new LineFault(
                    "timestamp " + seconds + " is too large for seconds since 1970 (are they milliseconds?)");
        }
        return seconds;
    }
}
