package dev.marquee.cf.app.feedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.common.error.InvalidRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads many ratings from a body. It may be 10 MB long: use it on worker threads. Thread-safe.
 */
@Singleton
public class RatingRows {
    private final ObjectMapper json;

    RatingRows(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @throws InvalidRequest naming the row and the field that cannot be read
     */
    public List<RatingInput> fromJson(byte[] body) {
        try {
            return json.readValue(body, new TypeReference<>() {});
        } catch (IOException e) {
            throw unreadable(e, "ratings", "the body must be a JSON array of objects with userId, movieId and rating");
        }
    }

    /**
     * One JSON object in each line; empty lines are left out.
     *
     * @throws InvalidRequest naming the line, counted from 1, and the field that cannot be read
     */
    public List<RatingInput> fromLines(byte[] body) {
        List<RatingInput> rows = new ArrayList<>();
        int number = 0;
        for (String line : new String(body, StandardCharsets.UTF_8).split("\n")) {
            number++;
            if (!line.isBlank()) {
                try {
                    rows.add(json.readValue(line, RatingInput.class));
                } catch (JsonProcessingException e) {
                    throw unreadable(e, "line " + number, "must be a JSON object with userId, movieId and rating");
                }
            }
        }
        return rows;
    }

    private static InvalidRequest unreadable(IOException failure, String where, String rule) {
        StringBuilder field = new StringBuilder(where);
        if (failure instanceof JsonMappingException mapping) {
            for (JsonMappingException.Reference step : mapping.getPath()) {
                field.append(step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName());
            }
        }
        String said = failure instanceof JsonProcessingException json
                ? json.getOriginalMessage()
                : failure.getMessage();
        return new InvalidRequest(field.toString(), rule + ": " + said);
    }
}
