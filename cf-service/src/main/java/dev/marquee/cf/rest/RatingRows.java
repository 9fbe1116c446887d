package dev.marquee.cf.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.cf.app.feedback.RatingBatch;
import dev.marquee.cf.app.feedback.SentRating;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.json.JsonFault;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads many ratings from a body. It may be 10 MB long: use it on worker threads. Thread-safe.
 */
@Singleton
class RatingRows {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** What JSON takes for blank; other blanks, such as U+2028 and U+0085, are no JSON. */
    private static final Pattern BLANK = Pattern.compile("[ \\t\\r]*");

    private final ObjectMapper json;

    RatingRows(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @throws InvalidRequest naming the row and the field that cannot be read
     */
    RatingBatch fromJson(byte[] body) {
        try {
            return batch(json.readValue(body, new TypeReference<List<RatingInput>>() {}), null);
        } catch (IOException e) {
            throw unreadable(e, "ratings", "the body must be a JSON array of objects with userId, movieId and rating");
        }
    }

    /**
     * One JSON object in each line, which ends with LF or CR LF; lines without anything are left out, as is a byte
     * order mark.
     *
     * @throws InvalidRequest naming the line, counted from 1, and the field that cannot be read
     */
    RatingBatch fromLines(byte[] body) {
        List<RatingInput> rows = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        int number = 0;
        for (String line : text(body).split("\n")) {
            number++;
            if (!BLANK.matcher(line).matches()) {
                try {
                    rows.add(json.readValue(line, RatingInput.class));
                    lines.add(number);
                } catch (IOException e) {
                    throw unreadable(e, "line " + number,
                            "must be one JSON object with userId, movieId and rating, and nothing else");
                }
            }
        }
        return batch(rows, lines);
    }

    /** A body {@code null} has no rows; a row {@code null} stays one. */
    private static RatingBatch batch(@Nullable List<@Nullable RatingInput> rows,
            @Nullable List<Integer> lines) {
        List<@Nullable SentRating> sent = new ArrayList<>();
        if (rows != null) {
            rows.forEach(row -> sent.add(row == null ? null : row.sent()));
        }
        return new RatingBatch(sent, lines);
    }

    /** Letters that are not UTF-8 must not become others. */
    private static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        } catch (CharacterCodingException e) {
            throw new InvalidRequest("line " + lineOfFault(body), "must be UTF-8");
        }
    }

    private static int lineOfFault(byte[] body) {
        ByteBuffer bytes = ByteBuffer.wrap(body);
        StandardCharsets.UTF_8.newDecoder().decode(bytes, CharBuffer.allocate(body.length + 1), true);
        int line = 1;
        for (int i = 0; i < bytes.position(); i++) {
            line += body[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static InvalidRequest unreadable(IOException failure, String where, String rule) {
        if (!(failure instanceof JsonProcessingException unreadable)) {
            return new InvalidRequest(where, rule);
        }
        JsonFault fault = JsonFault.of(unreadable);
        String dot = fault.field().isEmpty() || fault.field().startsWith("[") ? "" : ".";
        return new InvalidRequest(where + dot + fault.field(),
                fault.field().isEmpty() ? rule + ": " + fault.problem() : fault.problem());
    }
}
