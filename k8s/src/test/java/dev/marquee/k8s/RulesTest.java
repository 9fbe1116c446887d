package dev.marquee.k8s;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule finds what it is there for: one thing is broken in an overlay that is right (OverlaysTest), and that very
 * thing is told.
 */
@NeedsKustomize
class RulesTest {
    private static final String POD = "/spec/template/spec/";
    private static final String FIRST = POD + "containers/0/";
    private static final String REMOVE = null;

    private static List<ObjectNode> prod;
    private static List<ObjectNode> local;

    @BeforeAll
    static void render() {
        prod = Overlay.PROD_GPU.resources().all();
        local = Overlay.LOCAL.resources().all();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(model(), pods(), containers(), selectors(), references(), settings())
                .flatMap(mistakes -> mistakes);
    }

    private static Stream<Arguments> model() {
        return Stream.of(arguments("Deployment cf-service", POD + "hostname2", "x", "hostname2"),
                arguments("Deployment cf-service", FIRST + "livenessProbe/periodSecond", "5", "periodSecond"),
                arguments("Deployment cf-service", "/spec/revisionHistoryLimit", "\"5\"", "Integer"),
                arguments("Deployment cf-service", FIRST + "env/0/value", "true", "String"),
                arguments("Deployment cf-service", "/apiVersion", "apps/v2", "the model does not have"),
                arguments("ServiceMonitor marquee", "/spec/selectors", "{}", "selectors"),
                arguments("CronJob cf-training", "/spec/jobTemplate/spec/backoff", "3", "backoff"),
                arguments("NetworkPolicy default-deny", "/metadata/namespace", REMOVE, "wrong namespace"),
                arguments("PersistentVolume marquee-data", "/metadata/labels", REMOVE, "part of"));
    }

    private static Stream<Arguments> pods() {
        String security = POD + "securityContext/";
        return Stream.of(arguments("Deployment cf-service", POD + "automountServiceAccountToken", REMOVE, "token"),
                arguments("Deployment cf-service", security + "runAsNonRoot", "false", "may run as root"),
                arguments("Deployment cf-service", security + "runAsUser", "0", "or root"),
                arguments("Deployment cf-service", security + "seccompProfile/type", "Unconfined", "seccomp"),
                arguments("Deployment cf-service", POD + "hostNetwork", "true", "hostNetwork"),
                arguments("Deployment cf-service", POD + "volumes/0/hostPath", "{\"path\": \"/\"}",
                        "folder of the node"),
                arguments("CronJob cf-training", "/spec/jobTemplate/spec/template/spec/automountServiceAccountToken",
                        REMOVE, "token"));
    }

    private static Stream<Arguments> containers() {
        String security = FIRST + "securityContext/";
        String initial = POD + "initContainers/0/";
        return Stream.of(arguments("Deployment cf-service", security + "readOnlyRootFilesystem", "false", "can write"),
                arguments("Deployment cf-service", security + "allowPrivilegeEscalation", REMOVE, "gain privileges"),
                arguments("Deployment cf-service", security + "privileged", "true", "privileged"),
                arguments("Deployment cf-service", security + "capabilities/drop", "[]", "dropped capabilities"),
                arguments("Deployment cf-service", security + "capabilities/add", "[\"NET_RAW\"]", "adds capabilities"),
                arguments("Deployment cf-service", security + "runAsUser", "0", "takes back"),
                arguments("StatefulSet cf-database", security + "readOnlyRootFilesystem", REMOVE, "can write"),
                arguments("Deployment cf-service", initial + "securityContext", REMOVE, "can write"),
                arguments("Deployment cf-service", initial + "resources", REMOVE, "requests no cpu"),
                arguments("Deployment cf-service", FIRST + "resources/requests/memory", REMOVE, "requests no memory"),
                arguments("Deployment cf-service", FIRST + "resources/limits/cpu", REMOVE, "no limit of cpu"),
                arguments("Deployment cf-service", FIRST + "resources/requests/memory", "9Gi", "more memory than"),
                arguments("Deployment cf-service", FIRST + "volumeMounts", REMOVE, "nowhere to write"),
                arguments("Deployment cf-service", POD + "volumes", REMOVE, "which is no volume"),
                arguments("Deployment cf-trainer", FIRST + "volumeMounts",
                        "[{\"name\": \"tmp\", \"mountPath\": \"/tmp\"}]",
                        "nothing to import from"),
                arguments("Deployment cf-service", FIRST + "image", "marquee/cf-service", "without a fixed tag"),
                arguments("Deployment cf-service", FIRST + "image", "host:5000/marquee/cf-service:latest", "fixed tag"),
                arguments("Deployment cf-service", initial + "env",
                        "[{\"name\": \"QUARKUS_INIT_AND_EXIT\", \"value\": \"true\"}]", "not there at once"),
                arguments("Deployment cf-service", FIRST + "startupProbe", REMOVE, "no startupProbe"),
                arguments("Deployment cf-service", FIRST + "livenessProbe", REMOVE, "no livenessProbe"),
                arguments("StatefulSet cf-database", FIRST + "readinessProbe", REMOVE, "no readinessProbe"),
                arguments("Deployment cf-service", FIRST + "readinessProbe/httpGet/port", "web", "asks the port"));
    }

    private static Stream<Arguments> selectors() {
        String name = "app.kubernetes.io~1name";
        String labels = "/spec/template/metadata/labels/";
        return Stream.of(arguments("Deployment cf-service", labels + name, "cf", "its own pods"),
                arguments("Deployment cf-service",
                        POD + "topologySpreadConstraints/0/labelSelector/matchLabels/" + name,
                        "cf", "spreads other pods"),
                arguments("Deployment cf-service", POD + "affinity/podAntiAffinity/preferredDuringSchedulingIgnored"
                        + "DuringExecution/0/podAffinityTerm/labelSelector/matchLabels/" + name, "cf", "keeps away"),
                arguments("Service cf-service", "/spec/selector/" + name, "cf", "workloads that are selected"),
                arguments("Service cf-service", "/spec/selector/app.kubernetes.io~1component", REMOVE,
                        "must be 1, is 2"),
                arguments("Service cf-service", "/spec/ports/0/targetPort", "web", "leads to the port"),
                arguments("PodDisruptionBudget cf-service", "/spec/selector/matchLabels/" + name, "cf", "must be 1"),
                arguments("NetworkPolicy cf-service", "/spec/podSelector/matchLabels/" + name, "cf", "selects no pod"),
                arguments("NetworkPolicy cf-service", "/spec/ingress/0/ports/0/port", "web", "opens the port"),
                arguments("NetworkPolicy similarity-service", "/spec/ingress/0/from/0/podSelector/matchLabels/" + name,
                        "cf", "names pods that are not here"),
                arguments("ServiceMonitor marquee", "/spec/selector/matchLabels/app.kubernetes.io~1part-of", "other",
                        "selects no Service"),
                arguments("ServiceMonitor marquee", "/spec/endpoints/0/port", "web", "reads the port"));
    }

    private static Stream<Arguments> references() {
        return Stream.of(arguments("Deployment cf-service", POD + "serviceAccountName", "other", "ServiceAccount"),
                arguments("ServiceAccount cf-service", "/automountServiceAccountToken", "true", "hands out tokens"),
                arguments("Secret cf-database-app", "/stringData/password", REMOVE, "the key password of the Secret"),
                arguments("Cluster cf-database", "/metadata/name", "other", "the key ca.crt of the Secret"),
                arguments("PersistentVolumeClaim marquee-data", "/metadata/name", "other",
                        "marquee-data, which is not"),
                arguments("PersistentVolume marquee-data", "/metadata/name", "other", "wants a volume"),
                arguments("PersistentVolume marquee-data", "/spec/claimRef", REMOVE, "not kept for it"),
                arguments("StatefulSet cf-database", "/spec/serviceName", "other", "has a Service that is not here"),
                arguments("Ingress marquee", "/spec/tls/0/secretName", "other", "certificate"),
                arguments("Ingress marquee", "/spec/rules/0/host", "other.example.com", "host without a rule"),
                arguments("Ingress marquee", "/spec/rules/0/http/paths/0/backend/service/port/name", "web", "leads to"),
                arguments("HorizontalPodAutoscaler cf-service", "/spec/scaleTargetRef/name", "other", "scales what is"),
                arguments("Deployment cf-service", "/spec/replicas", "2", "would set it back"));
    }

    private static Stream<Arguments> settings() {
        String env = FIRST + "env/-";
        String map = "ConfigMap database-settings";
        return Stream.of(
                arguments("Deployment cf-service", env, "{name: QUARKUS_DATASOURCE_PASSWORD, value: x}",
                        "must come from a Secret"),
                arguments("Deployment cf-service", env, "{name: MARQUEE_TRAINING_HOLDOUTS, value: x}",
                        "cf-service does not know"),
                arguments("Deployment cf-service", env,
                        "{name: MARQUEE_TRAINING_SEED, valueFrom: {configMapKeyRef: {name: a, key: b}}}",
                        "wants a ConfigMap"),
                arguments("Deployment cf-service", env, "{name: MARQUEE_TRAINING_SEED, value: $(OTHER)}",
                        "made of OTHER, which is not set before it"),
                arguments("Deployment cf-service", FIRST + "envFrom", "[{secretRef: {name: other}}]",
                        "of the Secret other"),
                arguments("Deployment cf-service", FIRST + "envFrom", "[{configMapRef: {name: other}}]",
                        "the ConfigMap other"),
                arguments("CronJob cf-training", "/spec/jobTemplate" + FIRST + "envFrom", REMOVE,
                        "is not told QUARKUS_DATASOURCE_REACTIVE_URL"),
                arguments("Deployment cf-service", FIRST + "envFrom/1/prefix", "DB_",
                        "DATABASE_host, which is not set"),
                arguments("Cluster similarity-database", "/metadata/name", "other",
                        "all keys of the Secret similarity-database-app"),
                arguments("Secret cf-database-app", "/stringData/host", REMOVE, "DATABASE_host, which is not set"),
                arguments(map, "/data/QUARKUS_DATASOURCE_PASSWORD", "x", "must come from a Secret"),
                arguments(map, "/data/QUARKUS_DATASOURCE_PASSWORD", "${DATABASE_OPTIONS}", "must come from a Secret"),
                arguments(map, "/data/QUARKUS_DATASOURCE_JDBC_URI", "x", "similarity-service does not know"),
                arguments(map, "/data/DATABASE_OPTIONS", REMOVE, "DATABASE_OPTIONS, which is not set"),
                arguments("Deployment cf-trainer", POD + "initContainers/0/volumeMounts",
                        "[{name: tmp, mountPath: /tmp}]", "where nothing is mounted"));
    }

    /**
     * @param value in YAML; {@code null} removes
     * @param expected part of what is found
     */
    @ParameterizedTest(name = "{0}{1} = {2}")
    @MethodSource("mistakes")
    void isFound(String id, String path, String value, String expected) {
        boolean inProd = prod.stream().anyMatch(resource -> is(resource, id));
        List<ObjectNode> broken = (inProd ? prod : local).stream().map(ObjectNode::deepCopy).toList();
        ObjectNode resource = broken.stream().filter(other -> is(other, id)).findFirst().orElseThrow();
        change(resource, JsonPointer.compile(path), value == null ? null : Yaml.tree(value));
        List<String> findings = Overlay.findings(new Resources(broken));
        assertTrue(findings.stream().anyMatch(finding -> finding.contains(expected)), () -> "found: " + findings);
    }

    /** kustomize gives a ConfigMap that it makes a name that ends with a sum of its data. */
    private static boolean is(ObjectNode resource, String id) {
        return Resources.id(resource).matches(id + "(-[a-z0-9]{10})?");
    }

    private static void change(ObjectNode resource, JsonPointer path, JsonNode value) {
        JsonNode parent = resource.at(path.head());
        String field = path.last().getMatchingProperty();
        if (parent instanceof ArrayNode list) {
            list.add(value);
        } else if (value == null) {
            assertTrue(((ObjectNode) parent).has(field), "there is nothing to remove at " + path);
            ((ObjectNode) parent).remove(field);
        } else {
            assertTrue(parent instanceof ObjectNode, "there is nothing at " + path.head());
            ((ObjectNode) parent).set(field, value);
        }
    }
}
