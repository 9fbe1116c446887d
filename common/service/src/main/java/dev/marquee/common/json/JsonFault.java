package dev.marquee.common.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.error.RecommenderException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why JSON cannot be read, in words for whoever sent it: no class of ours or of the parser is named.
 *
 * @param field path of the field, such as {@code ratings[3].rating}; empty where the fault is not in a field
 * @param problem what is wrong and what is allowed
 * @param line from 1; 0 where unknown
 * @param column from 1; 0 where unknown
 */
public record JsonFault(String field, String problem, int line, int column) {
    private static final Pattern JAVA_NAMES = Pattern.compile(", from `[^`]*`|: enable `[^`]*`.*|`[^`]*\\.[^`]*`");

    public static JsonFault of(JsonProcessingException failure) {
        JsonLocation at = failure.getLocation();
        return new JsonFault(pathOf(failure), problemOf(failure), at == null ? 0 : Math.max(0, at.getLineNr()),
                at == null ? 0 : Math.max(0, at.getColumnNr()));
    }

    private static String pathOf(JsonProcessingException failure) {
        StringBuilder path = new StringBuilder();
        if (failure instanceof JsonMappingException mapping) {
            for (JsonMappingException.Reference step : mapping.getPath()) {
                if (step.getFieldName() == null) {
                    path.append('[').append(step.getIndex()).append(']');
                } else {
                    path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
                }
            }
        }
        return path.toString();
    }

    private static String problemOf(JsonProcessingException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return "is not known here; known are "
                    + unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted()
                            .collect(Collectors.joining(", "));
        }
        if (failure.getCause() instanceof InvalidRequest invalid) {
            return invalid.problem();
        }
        if (failure.getCause() instanceof RecommenderException ours) {
            return ours.getMessage();
        }
        if (failure instanceof InputCoercionException || failure.getCause() instanceof InputCoercionException) {
            return "must be a whole number that has at most 64 bits";
        }
        if (failure instanceof InvalidDefinitionException undefined && undefined.getType() != null) {
            return "must be " + wanted(undefined.getType().getRawClass());
        }
        if (failure instanceof MismatchedInputException mismatch) {
            return mismatch.getOriginalMessage().startsWith("Trailing token")
                    ? "must end behind the first value; there is more"
                    : "must be " + wanted(typeAt(mismatch));
        }
        return failure instanceof JsonMappingException && failure.getCause() != null
                && !(failure.getCause() instanceof JsonProcessingException)
                        ? "is not a value that can be understood"
                        : withoutSource(failure.getOriginalMessage());
    }

    /** Of an element of an array of numbers the parser tells the type of the array. */
    private static @Nullable Class<?> typeAt(MismatchedInputException mismatch) {
        Class<?> type = mismatch.getTargetType();
        boolean element = !mismatch.getPath().isEmpty() && mismatch.getPath().getLast().getFieldName() == null;
        return element && type != null && type.isArray() ? type.getComponentType() : type;
    }

    /** The parser names where it reads from, what limits it and what would make it take more, by their Java names. */
    private static String withoutSource(String message) {
        int source = message.indexOf(" (start marker at");
        String named = source < 0 ? message : message.substring(0, source) + ")";
        return JAVA_NAMES.matcher(named).replaceAll("");
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type == Long.class || type == long.class || type == Integer.class || type == int.class) {
            return "a whole number, without quotes and without a decimal point, from "
                    + (type == Long.class || type == long.class
                            ? Long.MIN_VALUE + " to " + Long.MAX_VALUE
                            : Integer.MIN_VALUE + " to " + Integer.MAX_VALUE);
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false, without quotes";
        }
        if (type.isEnum()) {
            return "one of " + Arrays.stream(type.getEnumConstants()).map(value -> ((Enum<?>) value).name()
                    .toLowerCase(java.util.Locale.ROOT)).collect(Collectors.joining(", "));
        }
        return wantedObject(type);
    }

    private static String wantedObject(Class<?> type) {
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number, without quotes";
        }
        if (type == String.class) {
            return "a text in quotes";
        }
        if (type == Instant.class) {
            return "a time such as 2026-01-31T20:15:00Z";
        }
        return type.isArray() || Collection.class.isAssignableFrom(type)
                ? "an array, in [ and ]"
                : Map.class.isAssignableFrom(type) || type.isRecord() ? "an object, in { and }" : "something else";
    }
}
