package dev.marquee.k8s;

import static dev.marquee.k8s.Resources.id;
import static dev.marquee.k8s.Resources.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * Whoever selects by labels must find something: a Service without pods answers nobody, a policy without pods protects
 * nothing, and neither tells.
 */
final class SelectorRules {
    private SelectorRules() {}

    static void check(Resources resources, Findings findings) {
        for (ObjectNode resource : resources.all()) {
            switch (resource.path("kind").asText()) {
                case "Deployment", "StatefulSet" -> checkWorkload(resource, findings);
                case "Service" -> checkService(resource, resources, findings);
                case "PodDisruptionBudget" -> checkBudget(resource, resources, findings);
                case "NetworkPolicy" -> checkPolicy(resource, resources, findings);
                case "ServiceMonitor" -> checkMonitor(resource, resources, findings);
                default -> {
                }
            }
        }
    }

    private static void checkWorkload(ObjectNode workload, Findings findings) {
        JsonNode labels = workload.at("/spec/template/metadata/labels");
        JsonNode selector = workload.at("/spec/selector");
        findings.require(!selector.path("matchLabels").isEmpty() && Selectors.matches(selector, labels), id(workload),
                "does not select its own pods");
        JsonNode spec = workload.at("/spec/template/spec");
        stream(spec.path("topologySpreadConstraints")).map(spread -> spread.path("labelSelector"))
                .forEach(own -> findings
                        .require(Selectors.matches(own, labels), id(workload), "spreads other pods than its own"));
        spec.path("affinity").findValues("labelSelector").forEach(own -> findings
                .require(Selectors.matches(own, labels), id(workload), "keeps away from other pods than its own"));
    }

    private static List<Resources.Pod> selected(JsonNode selector, Resources resources) {
        return resources.pods().stream().filter(pod -> Selectors.matches(selector, pod.labels())).toList();
    }

    private static void checkService(ObjectNode service, Resources resources, Findings findings) {
        List<Resources.Pod> pods = resources.pods().stream().filter(Resources.Pod::longRunning)
                .filter(pod -> Selectors.mapMatches(service.at("/spec/selector"), pod.labels())).toList();
        findings.requireEqual(1, pods.size(), id(service), "number of workloads that are selected");
        for (JsonNode port : service.at("/spec/ports")) {
            JsonNode target = port.path("targetPort");
            findings.require(pods.stream().allMatch(pod -> hasPort(pod, target)), id(service),
                    "leads to the port " + target + ", which its pods do not have");
        }
    }

    static boolean hasPort(Resources.Pod pod, JsonNode port) {
        return pod.containers().flatMap(container -> stream(container.path("ports")))
                .anyMatch(known -> known.path("name").equals(port) || known.path("containerPort").equals(port));
    }

    private static void checkBudget(ObjectNode budget, Resources resources, Findings findings) {
        findings.requireEqual(1, selected(budget.at("/spec/selector"), resources).size(), id(budget),
                "number of workloads that are selected");
    }

    private static void checkPolicy(ObjectNode policy, Resources resources, Findings findings) {
        List<Resources.Pod> pods = selected(policy.at("/spec/podSelector"), resources);
        findings.require(!pods.isEmpty(), id(policy), "selects no pod");
        for (JsonNode rule : policy.at("/spec/ingress")) {
            for (JsonNode port : rule.path("ports")) {
                findings.require(!port.path("port").isTextual()
                        || pods.stream().filter(Resources.Pod::longRunning)
                                .allMatch(pod -> hasPort(pod, port.path("port"))),
                        id(policy),
                        "opens the port " + port.path("port") + ", which its pods do not have");
            }
        }
        for (String direction : Set.of("from", "to")) {
            for (JsonNode peers : policy.path("spec").findValues(direction)) {
                stream(peers).filter(peer -> peer.has("podSelector") && !peer.has("namespaceSelector"))
                        .forEach(peer -> findings.require(!selected(peer.get("podSelector"), resources).isEmpty(),
                                id(policy), "names pods that are not here: " + peer));
            }
        }
    }

    private static void checkMonitor(ObjectNode monitor, Resources resources, Findings findings) {
        List<ObjectNode> services = resources.of("Service")
                .filter(service -> Selectors.matches(monitor.at("/spec/selector"), service.at("/metadata/labels")))
                .toList();
        findings.require(!services.isEmpty(), id(monitor), "selects no Service");
        for (JsonNode endpoint : monitor.at("/spec/endpoints")) {
            findings.require(services.stream().allMatch(service -> stream(service.at("/spec/ports"))
                    .anyMatch(port -> port.path("name").equals(endpoint.path("port")))), id(monitor),
                    "reads the port " + endpoint.path("port") + ", which its Services do not have");
        }
    }
}
