package dev.marquee.common.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;

/** JSON has no word for NaN and infinity: a number that is not known is null. Immutable, thread-safe. */
public final class FiniteNumbers extends SimpleModule {
    private static final long serialVersionUID = 1;

    public FiniteNumbers() {
        addSerializer(Double.class, new OrNull<>());
        addSerializer(Double.TYPE, new OrNull<>());
        addSerializer(Float.class, new OrNull<>());
        addSerializer(Float.TYPE, new OrNull<>());
    }

    private static final class OrNull<T extends Number> extends JsonSerializer<T> {
        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (!Double.isFinite(value.doubleValue())) {
                json.writeNull();
            } else if (value instanceof Float number) {
                json.writeNumber(number);
            } else {
                json.writeNumber(value.doubleValue());
            }
        }
    }
}
