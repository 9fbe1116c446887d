package dev.marquee.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A strategic merge as Kubernetes means it, for the lists that these manifests patch: objects are merged, {@code null} removes,
 * lists with a key are merged by it, with what the patch names in front, as kustomize has it; other lists are replaced.
 */
final class StrategicMerge {
    private static final Map<String, String> KEYS = Map.of("containers", "name", "initContainers", "name", "env",
            "name", "volumes", "name", "volumeMounts", "mountPath");

    private StrategicMerge() {}

    static void into(ObjectNode target, ObjectNode change) {
        change.properties().forEach(entry -> {
            String field = entry.getKey();
            JsonNode value = entry.getValue();
            if (field.startsWith("$")) {
                throw new IllegalArgumentException("The directive " + field + " is not rendered here");
            }
            if (value.isNull()) {
                target.remove(field);
            } else if (value instanceof ObjectNode fields && target.get(field) instanceof ObjectNode old) {
                into(old, fields);
            } else if (value instanceof ArrayNode list && KEYS.containsKey(field)
                    && target.get(field) instanceof ArrayNode old) {
                mergeLists(old, list, KEYS.get(field));
            } else {
                target.set(field, value.deepCopy());
            }
        });
    }

    private static void mergeLists(ArrayNode target, ArrayNode change, String key) {
        List<JsonNode> merged = new ArrayList<>();
        for (JsonNode element : change) {
            ObjectNode same = withKey(target, key, element.path(key));
            if (same != null) {
                into(same, (ObjectNode) element);
            }
            merged.add(same == null ? element.deepCopy() : same);
        }
        target.forEach(element -> {
            if (withKey(change, key, element.path(key)) == null) {
                merged.add(element);
            }
        });
        target.removeAll().addAll(merged);
    }

    private static ObjectNode withKey(ArrayNode list, String key, JsonNode value) {
        for (JsonNode element : list) {
            if (element.path(key).equals(value)) {
                return (ObjectNode) element;
            }
        }
        return null;
    }
}
