package dev.marquee.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The resources of one overlay, and what is asked of them again and again.
 */
record Resources(List<ObjectNode> all) {
    private static final Set<String> LONG_RUNNING = Set.of("Deployment", "StatefulSet", "DaemonSet");

    /** A pod that some workload makes. */
    record Pod(ObjectNode owner, JsonNode labels, JsonNode spec) {
        boolean longRunning() {
            return LONG_RUNNING.contains(owner.path("kind").asText());
        }

        Stream<JsonNode> containers() {
            return stream(spec.path("containers"));
        }

        Stream<JsonNode> allContainers() {
            return Stream.concat(stream(spec.path("initContainers")), containers());
        }

        String id() {
            return Resources.id(owner);
        }
    }

    static String id(JsonNode resource) {
        return resource.path("kind").asText() + " " + name(resource);
    }

    static String name(JsonNode resource) {
        return resource.at("/metadata/name").asText();
    }

    static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    Stream<ObjectNode> of(String kind) {
        return all.stream().filter(resource -> resource.path("kind").asText().equals(kind));
    }

    Optional<ObjectNode> find(String kind, String name) {
        return of(kind).filter(resource -> name(resource).equals(name)).findFirst();
    }

    /** Of each workload, and of each database cluster, whose pods the operator labels. */
    List<Pod> pods() {
        return all.stream().flatMap(resource -> switch (resource.path("kind").asText()) {
            case "Deployment", "StatefulSet", "DaemonSet", "Job" -> Stream.of(pod(resource, "/spec/template"));
            case "CronJob" -> Stream.of(pod(resource, "/spec/jobTemplate/spec/template"));
            case "Cluster" -> Stream.of(new Pod(resource,
                    resource.objectNode().put("cnpg.io/cluster", name(resource)), resource.objectNode()));
            default -> Stream.empty();
        }).toList();
    }

    private static Pod pod(ObjectNode owner, String template) {
        return new Pod(owner, owner.at(template + "/metadata/labels"), owner.at(template + "/spec"));
    }
}
