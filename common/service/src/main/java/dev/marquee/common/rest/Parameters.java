package dev.marquee.common.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;
import org.jspecify.annotations.Nullable;

/**
 * What one operation takes in its path and its query. Immutable, thread-safe.
 */
final class Parameters {
    private final Map<String, Form> path = new TreeMap<>();
    private final Map<String, Form> query = new TreeMap<>();

    /**
     * The form of one parameter.
     *
     * @param type of one value
     * @param many whether it may be given more than once
     * @param separator between values in one; {@code null}: none
     * @param least of a number, where that is said
     * @param most of a number, where that is said
     */
    record Form(Class<?> type, boolean many, @Nullable String separator, @Nullable Long least, @Nullable Long most) {}

    private Parameters() {}

    static Parameters of(Method operation) {
        Parameters parameters = new Parameters();
        for (Parameter parameter : operation.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    parameters.add(field, field.getName(), field.getGenericType());
                }
            } else {
                parameters.add(parameter, parameter.getName(), parameter.getParameterizedType());
            }
        }
        return parameters;
    }

    private void add(AnnotatedElement element, String name, Type type) {
        RestPath inPath = element.getAnnotation(RestPath.class);
        RestQuery inQuery = element.getAnnotation(RestQuery.class);
        if (inPath != null) {
            path.put(inPath.value().isEmpty() ? name : inPath.value(), form(element, type));
        } else if (inQuery != null) {
            query.put(inQuery.value().isEmpty() ? name : inQuery.value(), form(element, type));
        }
    }

    private static Form form(AnnotatedElement element, Type type) {
        Separator separator = element.getAnnotation(Separator.class);
        Min min = element.getAnnotation(Min.class);
        Max max = element.getAnnotation(Max.class);
        Long least = min == null ? null : (Long) min.value();
        Long most = max == null ? null : (Long) max.value();
        return type instanceof ParameterizedType many
                ? new Form((Class<?>) many.getActualTypeArguments()[0], true,
                        separator == null ? null : separator.value(), least, most)
                : new Form((Class<?>) type, false, null, least, most);
    }

    Map<String, Form> path() {
        return path;
    }

    Map<String, Form> query() {
        return query;
    }
}
