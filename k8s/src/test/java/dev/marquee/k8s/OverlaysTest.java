package dev.marquee.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverlaysTest {
    private static final Renderer PLAIN = new PlainRenderer();

    @ParameterizedTest
    @EnumSource
    void rendersWhatHoldsTogether(Overlay overlay) {
        Resources resources = new Resources(PLAIN.render(overlay.folder()));
        assertFalse(resources.pods().isEmpty(), "nothing was rendered");
        assertEquals(List.of(), Overlay.findings(resources));
    }

    @ParameterizedTest
    @EnumSource
    void kubectlRendersTheSame(Overlay overlay) {
        assumeTrue(KubectlRenderer.available(),
                "there is no kubectl here: the overlays are rendered by this module's own code only");
        Map<String, ObjectNode> expected = byId(new KubectlRenderer().render(overlay.folder()));
        Map<String, ObjectNode> actual = byId(PLAIN.render(overlay.folder()));
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((id, resource) -> assertEquals(resource, actual.get(id), id));
    }

    @Test
    void everyOverlayAndComponentIsChecked() throws IOException {
        assertEquals(folders("overlays"), Stream.of(Overlay.values()).map(Overlay::folder).collect(Collectors.toSet()));
        // Not in an overlay, as it takes the place of cloudnative-pg.
        List<String> used = Stream.of(Overlay.values()).flatMap(overlay -> components(overlay.folder())).toList();
        folders("components").forEach(component -> assertTrue(
                used.contains(component.getFileName().toString()) || component.endsWith("external-database"),
                component + " is in no overlay, so nothing checks it"));
    }

    @Test
    void anExternalDatabaseTakesThePlaceOfTheOperators() throws IOException {
        Path folder = Files.createTempDirectory(Overlay.MODULE.resolve("target"), "external");
        String up = folder.relativize(Overlay.MODULE).toString();
        Files.writeString(folder.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                namespace: marquee
                resources: [%1$s/base]
                components: [%1$s/components/external-database, %1$s/components/database-tls]
                images:
                  - {name: marquee/similarity-service, newTag: "1"}
                  - {name: marquee/cf-service, newTag: "1"}
                """.formatted(up));
        List<String> findings = Overlay.findings(new Resources(PLAIN.render(folder)));
        assertEquals(Stream.of("similarity", "cf").flatMap(service -> Stream.of("-app", "-ca")
                .map(kind -> service + "-database" + kind)).collect(Collectors.toSet()), findings.stream()
                        .map(finding -> finding.replaceFirst(".*of the Secret (\\S+), which is not here", "$1"))
                        .collect(Collectors.toSet()),
                "only the Secrets that are made by hand are missing");
    }

    private static Stream<String> components(Path overlay) {
        return Stream.concat(
                Resources.stream(Yaml.documents(overlay.resolve("kustomization.yaml")).getFirst().path("components"))
                        .map(component -> Path.of(component.asText()).getFileName().toString()),
                Stream.empty());
    }

    private static java.util.Set<Path> folders(String name) throws IOException {
        try (Stream<Path> folders = Files.list(Overlay.MODULE.resolve(name))) {
            return folders.collect(Collectors.toSet());
        }
    }

    private static Map<String, ObjectNode> byId(List<ObjectNode> resources) {
        return resources.stream().collect(Collectors.toMap(Resources::id, resource -> resource, (one, other) -> {
            throw new AssertionError("twice: " + Resources.id(one));
        }, TreeMap::new));
    }
}
