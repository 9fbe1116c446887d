package dev.marquee.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The environment variables of a container: as Kubernetes has it, those from whole ConfigMaps and Secrets first, then
 * its own.
 *
 * @param values those that can be read in the overlay
 * @param secret names of those whose values only a Secret knows
 */
record Environment(Map<String, String> values, Set<String> secret) {

    static Environment of(JsonNode container, Resources resources, Secrets secrets) {
        Environment environment = new Environment(new LinkedHashMap<>(), new HashSet<>());
        for (JsonNode source : container.path("envFrom")) {
            String prefix = source.path("prefix").asText();
            resources.find("ConfigMap", source.at("/configMapRef/name").asText())
                    .ifPresent(map -> map.path("data").properties()
                            .forEach(entry -> environment.put(prefix + entry.getKey(), entry.getValue())));
            if (source.has("secretRef")) {
                secrets.keys(source.at("/secretRef/name").asText())
                        .forEach(key -> environment.putSecret(prefix + key));
            }
        }
        for (JsonNode variable : container.path("env")) {
            if (variable.at("/valueFrom/secretKeyRef").isObject()) {
                environment.putSecret(variable.path("name").asText());
            } else {
                environment.put(variable.path("name").asText(), variable.path("value"));
            }
        }
        return environment;
    }

    boolean has(String name) {
        return values.containsKey(name) || secret.contains(name);
    }

    /** Empty where there is none, or only a Secret knows it. */
    String value(String name) {
        return values.getOrDefault(name, "");
    }

    private void put(String name, JsonNode value) {
        values.put(name, value.asText());
        secret.remove(name);
    }

    private void putSecret(String name) {
        secret.add(name);
        values.remove(name);
    }
}
