package dev.marquee.k8s;

import static dev.marquee.k8s.Resources.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What must hold of each pod: nobody is root, nothing is written but to volumes, no token, probes, and bounds for what
 * it takes. Pods of database clusters are their operator's.
 */
final class PodRules {
    private static final List<String> PROBES = List.of("startupProbe", "livenessProbe", "readinessProbe");

    private PodRules() {}

    static void check(Resources resources, Findings findings) {
        resources.pods().stream().filter(pod -> pod.spec().has("containers")).forEach(pod -> {
            checkPod(pod, findings);
            pod.allContainers().forEach(container -> {
                String where = pod.id() + ", container " + container.path("name").asText();
                checkSecurity(container, where, findings);
                checkAmounts(container, where, findings);
                checkMounts(pod, container, where, findings);
                checkImage(container, where, findings);
                checkPatience(container, where, findings);
            });
            if (pod.longRunning()) {
                pod.containers().forEach(container -> checkProbes(container, pod.id(), findings));
            }
        });
    }

    private static void checkPod(Resources.Pod pod, Findings findings) {
        JsonNode spec = pod.spec();
        findings.require(spec.path("automountServiceAccountToken").isBoolean()
                && !spec.get("automountServiceAccountToken").booleanValue(), pod.id(), "mounts a token");
        findings.require(spec.at("/securityContext/runAsNonRoot").asBoolean(), pod.id(), "may run as root");
        findings.require(spec.at("/securityContext/runAsUser").asLong() > 0, pod.id(), "names no user, or root");
        findings.requireEqual("RuntimeDefault", spec.at("/securityContext/seccompProfile/type").asText(), pod.id(),
                "seccomp profile");
        for (String shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
            findings.require(!spec.path(shared).asBoolean(), pod.id(), "shares the node's " + shared);
        }
        stream(spec.path("volumes")).forEach(volume -> findings.require(!volume.has("hostPath"), pod.id(),
                "mounts a folder of the node: " + volume.path("name").asText()));
    }

    private static void checkSecurity(JsonNode container, String where, Findings findings) {
        JsonNode context = container.path("securityContext");
        findings.require(context.path("readOnlyRootFilesystem").asBoolean(), where, "can write to its image");
        findings.require(context.has("allowPrivilegeEscalation")
                && !context.get("allowPrivilegeEscalation").asBoolean(), where, "may gain privileges");
        findings.require(!context.path("privileged").asBoolean(), where, "is privileged");
        findings.requireEqual("[\"ALL\"]", context.at("/capabilities/drop").toString(), where, "dropped capabilities");
        findings.require(!context.at("/capabilities").has("add"), where, "adds capabilities");
        findings.require(context.path("runAsUser").asLong(1) > 0 && context.path("runAsNonRoot").asBoolean(true), where,
                "takes back that it is not root");
    }

    private static void checkAmounts(JsonNode container, String where, Findings findings) {
        for (String amount : List.of("cpu", "memory")) {
            JsonNode request = container.at("/resources/requests/" + amount);
            JsonNode limit = container.at("/resources/limits/" + amount);
            findings.require(request.isTextual(), where, "requests no " + amount);
            findings.require(limit.isTextual(), where, "has no limit of " + amount);
            if (request.isTextual() && limit.isTextual()) {
                findings.require(Quantity.getAmountInBytes(new Quantity(request.asText()))
                        .compareTo(Quantity.getAmountInBytes(new Quantity(limit.asText()))) <= 0, where,
                        "requests more " + amount + " than its limit");
            }
        }
    }

    private static void checkMounts(Resources.Pod pod, JsonNode container, String where, Findings findings) {
        Set<String> volumes = stream(pod.spec().path("volumes")).map(volume -> volume.path("name").asText())
                .collect(Collectors.toSet());
        stream(pod.owner().at("/spec/volumeClaimTemplates")).forEach(claim -> volumes.add(Resources.name(claim)));
        stream(container.path("volumeMounts")).map(mount -> mount.path("name").asText()).forEach(
                name -> findings.require(volumes.contains(name), where, "mounts " + name + ", which is no volume"));
        findings.require(stream(container.path("volumeMounts"))
                .anyMatch(mount -> mount.path("mountPath").asText().equals("/tmp")), where, "has nowhere to write to");
        String imports = setting(container, "MARQUEE_IMPORT_ROOT");
        findings.require(imports.isEmpty() || stream(container.path("volumeMounts"))
                .anyMatch(mount -> mount.path("mountPath").asText().equals(imports)), where,
                "has nothing to import from: nothing is mounted at " + imports);
    }

    private static void checkImage(JsonNode container, String where, Findings findings) {
        String image = container.path("image").asText();
        findings.require(image.matches(".+:[^/:]+|.+@sha256:[0-9a-f]{64}") && !image.endsWith(":latest"), where,
                "has an image without a fixed tag: " + image);
    }

    /** A database that starts together with what migrates it is not there at once. */
    private static void checkPatience(JsonNode container, String where, Findings findings) {
        boolean migrates = setting(container, "QUARKUS_INIT_AND_EXIT").equals("true");
        findings.require(!migrates || setting(container, "QUARKUS_FLYWAY_CONNECT_RETRIES").matches("[1-9]\\d*"), where,
                "gives up when the database is not there at once");
    }

    private static String setting(JsonNode container, String name) {
        return stream(container.path("env")).filter(variable -> variable.path("name").asText().equals(name))
                .map(variable -> variable.path("value").asText()).findFirst().orElse("");
    }

    private static void checkProbes(JsonNode container, String pod, Findings findings) {
        String where = pod + ", container " + container.path("name").asText();
        for (String name : PROBES) {
            JsonNode probe = container.path(name);
            findings.require(probe.has("httpGet") || probe.has("exec") || probe.has("tcpSocket"), where,
                    "has no " + name);
            if (probe.has("httpGet")) {
                JsonNode port = probe.at("/httpGet/port");
                findings.require(stream(container.path("ports")).anyMatch(
                        known -> known.path("name").equals(port) || known.path("containerPort").equals(port)), where,
                        name + " asks the port " + port + ", which it does not have");
            }
        }
    }
}
