package dev.marquee.similarity.ingest;

import dev.marquee.common.ingest.Fields;
import dev.marquee.common.ingest.LineFault;

/**
 * Text fields that end up in the catalogue.
 */
final class Texts {
    /** Twice the longest real one, and short enough for a database index. */
    static final int LONGEST = 500;

    private Texts() {}

    /**
     * @param name of the column, for the message
     * @return the field, neither empty nor longer than {@value #LONGEST} characters
     */
    static String required(Fields fields, int field, String name) throws LineFault {
        String text = limited(fields.text(field), name);
        if (text.isEmpty()) {
            throw new LineFault(name + " is empty");
        }
        return text;
    }

    static String limited(String text, String name) throws LineFault {
        if (text.length() > LONGEST) {
            throw new LineFault(name + " is longer than " + LONGEST + " characters");
        }
        return text;
    }
}
