package dev.marquee.k8s;

import static dev.marquee.k8s.Resources.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may talk to whom under the NetworkPolicies of an overlay, as Kubernetes decides it: a pod that no policy of a
 * direction selects may talk to everybody in that direction; one that is selected, only as some policy allows.
 */
final class Network {
    private final List<ObjectNode> policies;

    Network(Resources resources) {
        policies = resources.of("NetworkPolicy").toList();
    }

    /** One end of a connection; the namespace is {@code null} for the overlay's own. */
    record End(String namespace, Map<String, String> labels) {
        static End of(Resources.Pod pod) {
            ObjectNode labels = (ObjectNode) pod.labels();
            return new End(null, labels.properties().stream().collect(
                    java.util.stream.Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asText())));
        }

        private JsonNode tree() {
            ObjectNode tree = JsonNodeFactory.instance.objectNode();
            labels.forEach(tree::put);
            return tree;
        }
    }

    /**
     * @param ports number and name of the port
     */
    boolean allows(End from, End to, Set<String> ports) {
        return oneWay("Ingress", "ingress", "from", to, from, ports)
                && oneWay("Egress", "egress", "to", from, to, ports);
    }

    private boolean oneWay(String type, String rules, String peers, End subject, End other, Set<String> ports) {
        if (subject.namespace() != null) {
            return true; // not ours to say
        }
        List<ObjectNode> applied = policies.stream()
                .filter(policy -> stream(policy.at("/spec/policyTypes")).anyMatch(known -> known.asText().equals(type)))
                .filter(policy -> Selectors.matches(policy.at("/spec/podSelector"), subject.tree())).toList();
        return applied.isEmpty() || applied.stream().flatMap(policy -> stream(policy.path("spec").path(rules)))
                .anyMatch(rule -> portAllowed(rule, ports) && peerAllowed(rule, peers, other));
    }

    private static boolean portAllowed(JsonNode rule, Set<String> ports) {
        return !rule.has("ports")
                || stream(rule.get("ports")).anyMatch(port -> ports.contains(port.path("port").asText()));
    }

    private static boolean peerAllowed(JsonNode rule, String peers, End other) {
        return !rule.has(peers) || stream(rule.get(peers)).anyMatch(peer -> isPeer(peer, other));
    }

    private static boolean isPeer(JsonNode peer, End other) {
        if (peer.has("ipBlock")) {
            return false; // addresses outside of the cluster
        }
        boolean namespace = peer.has("namespaceSelector")
                ? other.namespace() != null && Selectors.matches(peer.get("namespaceSelector"), JsonNodeFactory.instance
                        .objectNode().put("kubernetes.io/metadata.name", other.namespace()))
                : other.namespace() == null;
        return namespace && (!peer.has("podSelector") || Selectors.matches(peer.get("podSelector"), other.tree()));
    }
}
