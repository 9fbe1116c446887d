package dev.marquee.common.rest;

import dev.marquee.common.error.InvalidRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses parameters that an operation does not know, and values that are not of the form of theirs, by name: the
 * framework would leave out the former and answer 404 for the latter. Thread-safe.
 */
public class ParameterCheck {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?");
    private static final int MOST_SHOWN = 50;

    private final Map<Method, Parameters> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        Method operation = resource.getResourceMethod();
        if (operation == null) {
            return;
        }
        Parameters parameters = known.computeIfAbsent(operation, Parameters::of);
        SequencedMap<String, String> problems = new LinkedHashMap<>();
        check(request.getUriInfo().getPathParameters(), parameters.path(), problems);
        MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
        for (String name : query.keySet()) {
            if (!parameters.query().containsKey(name)) {
                problems.put(shown(name), parameters.query().isEmpty()
                        ? "is not known here, and nothing else is"
                        : "is not known here; known are " + String.join(", ", parameters.query().keySet()));
            }
        }
        check(query, parameters.query(), problems);
        if (!problems.isEmpty()) {
            throw new InvalidRequest(problems);
        }
    }

    private static void check(MultivaluedMap<String, String> given, Map<String, Parameters.Form> forms,
            Map<String, String> problems) {
        forms.forEach((name, form) -> {
            List<String> values = given.getOrDefault(name, List.of());
            if (values.size() > 1 && !form.many()) {
                problems.put(name, "must be given once, is given " + values.size() + " times");
                return;
            }
            for (String value : values) {
                String[] parts = form.separator() == null ? new String[]{value} : value.split(form.separator(), -1);
                for (String part : parts) {
                    String rule = form.separator() == null || (parts.length == 1 && part.isEmpty())
                            ? ruleBrokenBy(part, form)
                            : ruleBrokenBy(part.strip(), form);
                    if (rule != null) {
                        problems.put(name, "must be " + rule + ", is '" + shown(part) + "'");
                    }
                }
            }
        });
    }

    /** What a value must be; {@code null} where it is. */
    private static @Nullable String ruleBrokenBy(String value, Parameters.Form form) {
        Class<?> type = form.type();
        if (type == long.class || type == Long.class) {
            return within(value, Long.MIN_VALUE, Long.MAX_VALUE, form);
        }
        if (type == int.class || type == Integer.class) {
            return within(value, Integer.MIN_VALUE, Integer.MAX_VALUE, form);
        }
        if (type == double.class || type == Double.class) {
            return DECIMAL.matcher(value).matches() ? null : "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return value.equals("true") || value.equals("false") ? null : "true or false";
        }
        return value.indexOf('\0') < 0 ? null : "without NUL characters";
    }

    /** Whether a number that can be read is one of those allowed, is checked later; but all of them are told here. */
    private static @Nullable String within(String value, long least, long most, Parameters.Form form) {
        BigInteger number = value.length() <= MOST_SHOWN && WHOLE.matcher(value).matches()
                ? new BigInteger(value)
                : null;
        if (number != null && number.compareTo(BigInteger.valueOf(least)) >= 0
                && number.compareTo(BigInteger.valueOf(most)) <= 0) {
            return null;
        }
        if (form.least() == null && form.most() == null && number == null) {
            return "a whole number";
        }
        return "a whole number from " + Objects.requireNonNullElse(form.least(), least) + " to "
                + Objects.requireNonNullElse(form.most(), most);
    }

    private static String shown(String value) {
        return value.length() <= MOST_SHOWN ? value : value.substring(0, MOST_SHOWN) + "…";
    }
}
