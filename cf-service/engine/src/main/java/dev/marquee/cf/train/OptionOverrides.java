package dev.marquee.cf.train;

import dev.marquee.common.error.InvalidRequest;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Options with some values replaced by name, as they come from a command line or a request.
 */
final class OptionOverrides {
    /** Java would take other digits, 0x10p2 and 1d, too. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?");

    private OptionOverrides() {}

    /**
     * @param defaults a record
     * @param values option names to numbers, booleans, words, or texts of these; {@code null} for the default
     * @return the defaults with these values
     * @throws InvalidRequest naming the option that is unknown, of the wrong type, or out of range
     */
    static <O extends TrainOptions> O apply(O defaults, Map<String, ?> values) {
        Map<String, Object> left = new HashMap<>(values);
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            Object given = left.remove(name);
            arguments[i] = given == null ? get(components[i], defaults) : convert(name, given, components[i].getType());
        }
        if (!left.isEmpty()) {
            String names = Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.joining(", "));
            throw new InvalidRequest(left.keySet().stream().sorted().findFirst().orElseThrow(), "is no option of this"
                    + " algorithm; " + (names.isEmpty() ? "it has none" : "there are " + names));
        }
        return create(defaults, components, arguments);
    }

    private static Object convert(String name, Object given, Class<?> type) {
        String text = given.toString().trim();
        if (type == String.class) {
            return text;
        }
        try {
            if (type.isPrimitive() && type != boolean.class && given instanceof String
                    && !NUMBER.matcher(text).matches()) {
                throw new NumberFormatException(text);
            }
            if (type == int.class) {
                return Integer.parseInt(text);
            }
            if (type == long.class) {
                return Long.parseLong(text);
            }
            if (type == double.class) {
                return Double.parseDouble(text);
            }
        } catch (NumberFormatException e) {
            throw new InvalidRequest(name, "must be " + (type == double.class ? "a number" : "a whole number") + ", is "
                    + text);
        }
        if (!text.equals("true") && !text.equals("false")) {
            throw new InvalidRequest(name, "must be true or false, is " + text);
        }
        return Boolean.valueOf(text);
    }

    private static Object get(RecordComponent component, Object from) {
        try {
            return component.getAccessor().invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <O extends TrainOptions> O create(O defaults, RecordComponent[] components,
            Object[] arguments) {
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = defaults.getClass().getDeclaredConstructor(types);
            return (O) constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
