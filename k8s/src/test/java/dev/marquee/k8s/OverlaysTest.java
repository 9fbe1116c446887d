package dev.marquee.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverlaysTest {
    @ParameterizedTest
    @EnumSource
    @NeedsKustomize
    void rendersWhatHoldsTogether(Overlay overlay) {
        Resources resources = overlay.resources();
        assertFalse(resources.pods().isEmpty(), "nothing was rendered");
        assertEquals(List.of(), Overlay.findings(resources));
    }

    @Test
    void everyOverlayAndComponentIsChecked() throws IOException {
        assertEquals(folders("overlays"), Stream.of(Overlay.values()).map(Overlay::folder).collect(Collectors.toSet()));
        // Tests of their own below: one takes the place of cloudnative-pg, the other comes for a while.
        List<String> beside = List.of("external-database", "load-test");
        List<String> used = Stream.of(Overlay.values()).flatMap(overlay -> components(overlay.folder())).toList();
        folders("components").forEach(component -> assertTrue(
                used.contains(component.getFileName().toString())
                        || beside.contains(component.getFileName().toString()),
                component + " is in no overlay, so nothing checks it"));
    }

    @Test
    @NeedsKustomize
    void anExternalDatabaseTakesThePlaceOfTheOperators() throws IOException {
        Path folder = beside("base", "data", "external-database", "database-tls");
        List<String> findings = Overlay.findings(new Resources(Kustomize.render(folder)));
        assertEquals(Stream.of("similarity", "cf").flatMap(service -> Stream.of("-app", "-ca")
                .map(kind -> service + "-database" + kind)).collect(Collectors.toSet()), findings.stream()
                        .map(finding -> finding.replaceFirst(".*of the Secret (\\S+), which is not here", "$1"))
                        .collect(Collectors.toSet()),
                "only the Secrets that are made by hand are missing");
    }

    @Test
    @NeedsKustomize
    void theLoadTestFitsBesideAnOverlay() throws IOException {
        Resources resources = new Resources(Kustomize.render(beside("overlays/prod", "load-test")));
        assertTrue(resources.find("Job", "load-test").isPresent());
        assertEquals(List.of(), Overlay.findings(resources));
    }

    /** kustomize says nothing of a patch whose target is not there. */
    @Test
    @NeedsKustomize
    void aLaptopNeedsNoCertificate() {
        JsonNode ingress = Overlay.LOCAL.resources().find("Ingress", "marquee").orElseThrow();
        assertTrue(ingress.at("/spec/tls").isMissingNode());
        assertEquals("marquee.localhost", ingress.at("/spec/rules/0/host").asText());
    }

    /** A kustomization of its own with these components. */
    private static Path beside(String resource, String... components) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Overlay.MODULE.resolve("target")), "beside");
        String up = folder.relativize(Overlay.MODULE).toString();
        StringBuilder text = new StringBuilder("""
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                namespace: marquee
                images:
                  - {name: marquee/similarity-service, newTag: "1"}
                  - {name: marquee/cf-service, newTag: "1"}
                  - {name: marquee/load-test, newTag: "1"}
                """).append("resources: [").append(up).append('/').append(resource).append("]\ncomponents:\n");
        for (String component : components) {
            text.append("  - ").append(up).append("/components/").append(component).append('\n');
        }
        Files.writeString(folder.resolve("kustomization.yaml"), text);
        return folder;
    }

    private static Stream<String> components(Path overlay) {
        return Resources.stream(Yaml.documents(overlay.resolve("kustomization.yaml")).getFirst().path("components"))
                .map(component -> Path.of(component.asText()).getFileName().toString());
    }

    private static Set<Path> folders(String name) throws IOException {
        try (Stream<Path> folders = Files.list(Overlay.MODULE.resolve(name))) {
            return folders.collect(Collectors.toSet());
        }
    }
}
