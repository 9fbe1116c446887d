package dev.marquee.k8s;

import static dev.marquee.k8s.Resources.id;
import static dev.marquee.k8s.Resources.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is named must be there, with the key or the port that is asked of it.
 */
final class ReferenceRules {
    private final Resources resources;
    private final Secrets secrets;
    private final Findings findings;

    ReferenceRules(Resources resources, Secrets secrets, Findings findings) {
        this.resources = resources;
        this.secrets = secrets;
        this.findings = findings;
    }

    void check() {
        resources.pods().stream().filter(pod -> pod.spec().has("containers")).forEach(this::checkPod);
        resources.of("Ingress").forEach(this::checkIngress);
        resources.of("HorizontalPodAutoscaler").forEach(this::checkAutoscaler);
        resources.of("StatefulSet").forEach(set -> findings.require(
                resources.find("Service", set.at("/spec/serviceName").asText()).isPresent(), id(set),
                "has a Service that is not here"));
        resources.of("PersistentVolumeClaim").filter(claim -> claim.path("spec").has("volumeName"))
                .forEach(this::checkClaim);
        resources.of("ServiceAccount")
                .forEach(account -> findings.require(account.path("automountServiceAccountToken").isBoolean()
                        && !account.get("automountServiceAccountToken").booleanValue(), id(account),
                        "hands out tokens"));
    }

    /** A volume that names no claim can be taken by another one. */
    private void checkClaim(ObjectNode claim) {
        var volume = resources.find("PersistentVolume", claim.at("/spec/volumeName").asText());
        findings.require(volume.isPresent(), id(claim), "wants a volume that is not here");
        findings.require(volume.map(found -> found.at("/spec/claimRef"))
                .filter(reference -> reference.path("name").equals(claim.at("/metadata/name"))
                        && reference.path("namespace").equals(claim.at("/metadata/namespace")))
                .isPresent(), id(claim), "wants a volume that is not kept for it");
    }

    private void checkPod(Resources.Pod pod) {
        findings.require(resources.find("ServiceAccount", pod.spec().path("serviceAccountName").asText()).isPresent(),
                pod.id(), "runs under a ServiceAccount that is not here");
        for (JsonNode volume : pod.spec().path("volumes")) {
            checkNamed("ConfigMap", volume.path("configMap"), "name", pod);
            checkNamed("PersistentVolumeClaim", volume.path("persistentVolumeClaim"), "claimName", pod);
            for (JsonNode item : volume.at("/secret/items")) {
                String secret = volume.at("/secret/secretName").asText();
                String key = item.path("key").asText();
                findings.require(secrets.has(secret, key), pod.id(),
                        "wants the key " + key + " of the Secret " + secret + ", which is not here");
            }
        }
    }

    private void checkNamed(String kind, JsonNode reference, String field, Resources.Pod pod) {
        if (reference.isObject()) {
            findings.require(resources.find(kind, reference.path(field).asText()).isPresent(), pod.id(),
                    "wants the " + kind + " " + reference.path(field).asText() + ", which is not here");
        }
    }

    private void checkIngress(ObjectNode ingress) {
        for (JsonNode tls : ingress.at("/spec/tls")) {
            String secret = tls.path("secretName").asText();
            findings.require(secrets.has(secret), id(ingress), "has a certificate that is not here: " + secret);
            findings.require(stream(tls.path("hosts")).allMatch(host -> stream(ingress.at("/spec/rules"))
                    .anyMatch(rule -> rule.path("host").equals(host))), id(ingress), "certifies a host without a rule");
        }
        for (JsonNode backend : ingress.findValues("service")) {
            findings.require(resources.find("Service", backend.path("name").asText())
                    .filter(service -> hasPort(service, backend.path("port"))).isPresent(), id(ingress),
                    "leads to a Service or a port that is not here: " + backend);
        }
    }

    private static boolean hasPort(ObjectNode service, JsonNode port) {
        return stream(service.at("/spec/ports")).anyMatch(known -> port.has("name")
                ? known.path("name").equals(port.get("name"))
                : known.path("port").equals(port.path("number")));
    }

    private void checkAutoscaler(ObjectNode autoscaler) {
        JsonNode target = autoscaler.at("/spec/scaleTargetRef");
        var found = resources.find(target.path("kind").asText(), target.path("name").asText());
        findings.require(found.isPresent(), id(autoscaler), "scales what is not here: " + target);
        findings.require(found.filter(workload -> workload.path("spec").has("replicas")).isEmpty(), id(autoscaler),
                "scales what has a number of replicas: each deployment would set it back");
    }
}
