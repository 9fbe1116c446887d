package dev.marquee.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.zjsonpatch.JsonPatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The part of kustomize that these manifests use, in plain Java, for machines without kubectl: resources, components, patches
 * (strategic merge and JSON 6902), namespace and images. Everything else is refused. Where there is a kubectl, a test
 * compares the two.
 */
final class PlainRenderer implements Renderer {
    private static final Set<String> KNOWN = Set.of("apiVersion", "kind", "resources", "components", "patches",
            "namespace", "images");
    private static final Set<String> WITHOUT_NAMESPACE = Set.of("Namespace", "PersistentVolume", "StorageClass",
            "ClusterRole", "ClusterRoleBinding", "CustomResourceDefinition", "PriorityClass");

    @Override
    public List<ObjectNode> render(Path folder) {
        List<ObjectNode> resources = new ArrayList<>();
        apply(folder, "Kustomization", resources);
        return resources;
    }

    private static void apply(Path folder, String kind, List<ObjectNode> resources) {
        ObjectNode kustomization = read(folder, kind);
        for (JsonNode entry : kustomization.path("resources")) {
            Path path = folder.resolve(entry.asText());
            if (Files.isDirectory(path)) {
                apply(path, "Kustomization", resources);
            } else {
                Yaml.documents(path).forEach(document -> add(document, resources, path));
            }
        }
        for (JsonNode entry : kustomization.path("components")) {
            apply(folder.resolve(entry.asText()), "Component", resources);
        }
        for (JsonNode patch : kustomization.path("patches")) {
            patch(folder, patch, resources);
        }
        if (kustomization.has("namespace")) {
            resources.forEach(resource -> setNamespace(resource, kustomization.get("namespace").asText()));
        }
        for (JsonNode image : kustomization.path("images")) {
            resources.forEach(resource -> setImage(resource, image));
        }
    }

    private static ObjectNode read(Path folder, String kind) {
        Path file = folder.resolve("kustomization.yaml");
        ObjectNode kustomization = Yaml.documents(file).getFirst();
        kustomization.fieldNames().forEachRemaining(field -> {
            if (!KNOWN.contains(field)) {
                throw new IllegalArgumentException(file + ": " + field + " is not rendered here, only " + KNOWN);
            }
        });
        if (!kind.equals(kustomization.path("kind").asText())) {
            throw new IllegalArgumentException(file + " must be a " + kind);
        }
        return kustomization;
    }

    private static void add(ObjectNode document, List<ObjectNode> resources, Path file) {
        boolean known = resources.stream().anyMatch(other -> matches(other, document.path("kind").asText(),
                document.at("/metadata/name").asText()));
        if (known) {
            throw new IllegalArgumentException(file + ": this is here twice: " + Resources.id(document));
        }
        resources.add(document);
    }

    private static void patch(Path folder, JsonNode patch, List<ObjectNode> resources) {
        String text = patch.has("path")
                ? text(folder.resolve(patch.get("path").asText()))
                : patch.get("patch").asText();
        if (Yaml.tree(text).isArray()) {
            JsonNode operations = Yaml.tree(text);
            matching(patch.get("target"), resources).forEach(target -> {
                JsonNode changed = JsonPatch.apply(operations, target);
                target.removeAll();
                target.setAll((ObjectNode) changed);
            });
            return;
        }
        for (ObjectNode change : Yaml.documents(text)) {
            matching(patch.has("target") ? patch.get("target") : ownTarget(change), resources)
                    .forEach(target -> StrategicMerge.into(target, withoutIdentity(change)));
        }
    }

    private static JsonNode ownTarget(ObjectNode change) {
        ObjectNode target = change.objectNode();
        target.set("kind", change.get("kind"));
        target.set("name", change.at("/metadata/name"));
        return target;
    }

    /** A patch for several resources must not give them all its own name. */
    private static ObjectNode withoutIdentity(ObjectNode change) {
        ObjectNode copy = change.deepCopy();
        copy.remove(List.of("apiVersion", "kind"));
        if (copy.get("metadata") instanceof ObjectNode metadata) {
            metadata.remove("name");
        }
        return copy;
    }

    private static List<ObjectNode> matching(JsonNode target, List<ObjectNode> resources) {
        List<ObjectNode> found = resources.stream()
                .filter(resource -> matches(resource, target.path("kind").asText(), target.path("name").asText()))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("A patch has nothing to change: " + target);
        }
        return found;
    }

    /** kustomize takes a target's name for a regular expression that must fit the whole name. */
    private static boolean matches(ObjectNode resource, String kind, String name) {
        return resource.path("kind").asText().equals(kind) && resource.at("/metadata/name").asText().matches(name);
    }

    private static void setNamespace(ObjectNode resource, String namespace) {
        ObjectNode metadata = (ObjectNode) resource.get("metadata");
        if (resource.path("kind").asText().equals("Namespace")) {
            metadata.put("name", namespace);
        } else if (!WITHOUT_NAMESPACE.contains(resource.path("kind").asText())) {
            metadata.put("namespace", namespace);
        }
    }

    private static void setImage(ObjectNode resource, JsonNode change) {
        for (String list : List.of("containers", "initContainers")) {
            for (JsonNode containers : resource.findValues(list)) {
                for (JsonNode container : containers) {
                    String[] image = container.path("image").asText().split(":(?=[^/]*$)", 2);
                    if (image[0].equals(change.get("name").asText())) {
                        String tag = change.has("newTag")
                                ? change.get("newTag").asText()
                                : image.length > 1 ? image[1] : "";
                        ((ObjectNode) container).put("image",
                                change.path("newName").asText(image[0]) + (tag.isEmpty() ? "" : ":" + tag));
                    }
                }
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
