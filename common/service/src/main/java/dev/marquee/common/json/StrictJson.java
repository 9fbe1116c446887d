package dev.marquee.common.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Refuses JSON of which a part would not be read, or be read as something else than it says: a field that is named
 * twice or that nobody knows, anything behind the value, decimals for whole numbers (1.0 too), numbers or booleans as
 * text and the other way round, null for a number that must be there. What other versions of Marquee wrote is read by
 * {@link #lenient}; those who ask the other service leave out of its answers what they do not know. Immutable,
 * thread-safe.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {
    private static final DeserializationFeature[] STRICT = {DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS};

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        for (DeserializationFeature feature : STRICT) {
            mapper.enable(feature);
        }
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        CoercionInputShape text = CoercionInputShape.String;
        CoercionInputShape empty = CoercionInputShape.EmptyString;
        CoercionInputShape whole = CoercionInputShape.Integer;
        CoercionInputShape decimal = CoercionInputShape.Float;
        CoercionInputShape bool = CoercionInputShape.Boolean;
        refuse(mapper, LogicalType.Integer, List.of(text, empty, decimal, bool));
        refuse(mapper, LogicalType.Float, List.of(text, empty, bool));
        refuse(mapper, LogicalType.Boolean, List.of(text, empty, whole, decimal));
        refuse(mapper, LogicalType.Textual, List.of(whole, decimal, bool));
        refuse(mapper, LogicalType.Enum, List.of(whole, empty));
        refuse(mapper, LogicalType.DateTime, List.of(empty));
    }

    private static void refuse(ObjectMapper mapper, LogicalType type, List<CoercionInputShape> shapes) {
        shapes.forEach(shape -> mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail));
    }

    /** Reads what was stored, perhaps by a version that knew other fields. */
    public static ObjectReader lenient(ObjectMapper mapper) {
        return mapper.reader().withoutFeatures(STRICT);
    }
}
