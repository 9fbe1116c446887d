package dev.marquee.k8s;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The overlays that there are, and all that is checked of one.
 */
enum Overlay {
    LOCAL("local"), PROD("prod"), PROD_GPU("prod-gpu");

    static final String NAMESPACE = "marquee";
    /** The folder of this module, in which Maven runs its tests. */
    static final Path MODULE = Path.of("").toAbsolutePath();

    private static final Set<String> WITHOUT_NAMESPACE = Set.of("Namespace", "PersistentVolume");
    private static final Set<String> NOT_IN_THE_MODEL = Set.of("postgresql.cnpg.io/v1 Cluster");
    /** Secrets that are made by hand or by cert-manager; the README says which. */
    private static final Set<String> MADE_OUTSIDE = Set.of("marquee-tls");
    private static final Settings SETTINGS_OF_SIMILARITY = settings("similarity-service");
    private static final Settings SETTINGS_OF_CF = settings("cf-service");

    private final String folder;

    Overlay(String folder) {
        this.folder = folder;
    }

    Path folder() {
        return MODULE.resolve("overlays").resolve(folder);
    }

    Resources resources() {
        return new Resources(Kustomize.render(folder()));
    }

    private static Settings settings(String service) {
        Path root = MODULE.getParent();
        return new Settings(List.of(root.resolve("common/service"), root.resolve(service)));
    }

    /** Whatever is wrong; empty where nothing is. */
    static List<String> findings(Resources resources) {
        Findings findings = new Findings();
        resources.all().forEach(resource -> checkResource(resource, findings));
        PodRules.check(resources, findings);
        SelectorRules.check(resources, findings);
        Secrets secrets = new Secrets(resources, MADE_OUTSIDE);
        new ReferenceRules(resources, secrets, findings).check();
        new EnvironmentRules(resources, secrets, findings).check();
        return findings.lines();
    }

    private static void checkResource(ObjectNode resource, Findings findings) {
        String id = Resources.id(resource);
        String kind = resource.path("apiVersion").asText() + " " + resource.path("kind").asText();
        try {
            findings.require(StrictModel.parse(resource) != null || NOT_IN_THE_MODEL.contains(kind), id,
                    "is of the kind " + kind + ", which the model does not have");
        } catch (IllegalArgumentException e) {
            findings.require(false, id, e.getMessage());
        }
        findings.require(resource.at("/metadata/namespace").asText()
                .equals(WITHOUT_NAMESPACE.contains(resource.path("kind").asText()) ? "" : NAMESPACE), id,
                "is in the wrong namespace");
        findings.requireEqual(resource.path("kind").asText().equals("Namespace") ? "" : NAMESPACE,
                resource.at("/metadata/labels").path("app.kubernetes.io/part-of").asText(), id, "what it is part of");
    }

    /** What a service can be told, or {@code null} for what is not ours. */
    static Settings settingsOf(String service) {
        return switch (service) {
            case "similarity-service" -> SETTINGS_OF_SIMILARITY;
            case "cf-service" -> SETTINGS_OF_CF;
            default -> null;
        };
    }
}
