package dev.marquee.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.k8s.Network.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who reaches whom, of all pairs of pods.
 */
@NeedsKustomize
class NetworkTest {
    private static final Set<String> HTTP = Set.of("http", "8080", "8081");
    private static final Set<String> POSTGRES = Set.of("postgres", "5432");
    private static final End STRANGER = new End(null, Map.of("app", "stranger"));
    private static final End ELSEWHERE = new End("default", Map.of("app.kubernetes.io/name", "cf-service"));
    private static final End INGRESS = new End("ingress-nginx", Map.of());

    @ParameterizedTest
    @EnumSource
    void servicesReachTheirOwnDatabaseAndCfReachesSimilarity(Overlay overlay) {
        Resources resources = overlay.resources();
        Network network = new Network(resources);
        List<String> connections = new ArrayList<>();
        for (Resources.Pod from : resources.pods()) {
            for (Resources.Pod to : resources.pods()) {
                Set<String> ports = role(to).endsWith("database") ? POSTGRES : HTTP;
                if (network.allows(End.of(from), End.of(to), ports) && !from.equals(to)) {
                    connections.add(role(from) + " → " + role(to));
                }
            }
        }
        assertEquals(Set.of("similarity-service → similarity-database", "cf-service → cf-database",
                "cf-service → similarity-service"), Set.copyOf(connections));
    }

    @ParameterizedTest
    @EnumSource
    void othersReachNothingButTheIngressControllerTheServices(Overlay overlay) {
        Resources resources = overlay.resources();
        Network network = new Network(resources);
        for (Resources.Pod pod : resources.pods()) {
            boolean database = role(pod).endsWith("database");
            Set<String> ports = database ? POSTGRES : HTTP;
            assertFalse(network.allows(STRANGER, End.of(pod), ports), pod.id());
            assertFalse(network.allows(ELSEWHERE, End.of(pod), ports), pod.id());
            assertEquals(!database, network.allows(INGRESS, End.of(pod), ports), pod.id());
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutThePolicyThatDeniesTheRestStrangersGetIn(Overlay overlay) {
        Resources resources = new Resources(overlay.resources().all().stream()
                .filter(resource -> !Resources.id(resource).equals("NetworkPolicy similarity-service"))
                .filter(resource -> !Resources.id(resource).equals("NetworkPolicy default-deny")).toList());
        End similarity = End.of(resources.pods().stream().filter(pod -> role(pod).equals("similarity-service"))
                .findFirst().orElseThrow());
        assertTrue(new Network(resources).allows(ELSEWHERE, similarity, HTTP), "the check cannot fail");
    }

    private static String role(Resources.Pod pod) {
        return pod.labels().has("cnpg.io/cluster")
                ? pod.labels().get("cnpg.io/cluster").asText()
                : pod.labels().path("app.kubernetes.io/name").asText();
    }
}
