package dev.marquee.cf.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.time.Instant;

/** Reads times as usual, except for decimals such as 1e300, of which the usual way makes the year 1970. Stateless. */
@RegisterForReflection
final class RatedAt extends StdDeserializer<Instant> {
    private static final long serialVersionUID = 1L;
    private static final double MOST_SECONDS = 1e15;

    RatedAt() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT && !(Math.abs(json.getDoubleValue()) < MOST_SECONDS)) {
            return (Instant) context.handleWeirdNumberValue(Instant.class, json.getDoubleValue(), "too large");
        }
        return InstantDeserializer.INSTANT.deserialize(json, context);
    }
}
