package dev.marquee.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/**
 * The laptop's containers are held to what those of the cluster are.
 */
class ComposeTest {
    private static final JsonNode COMPOSE = compose();

    private static JsonNode compose() {
        try {
            // Merge keys (<<) are resolved by SnakeYAML itself, not by Jackson.
            Map<String, Object> tree = new Yaml()
                    .load(Files.readString(Overlay.MODULE.getParent().resolve("compose.yaml")));
            return new ObjectMapper().valueToTree(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"similarity-service", "cf-service", "load-test"})
    void isNobodyAndWritesNothing(String name) {
        JsonNode service = COMPOSE.at("/services").path(name);
        assertTrue(service.path("read_only").asBoolean());
        assertEquals("65532:65532", service.path("user").asText());
        assertEquals("[\"ALL\"]", service.path("cap_drop").toString());
        assertTrue(service.path("tmpfs").toString().matches("\\[\"/tmp(:exec)?\"\\]"));
        assertTrue(service.path("image").asText().matches("marquee/" + name + ":[0-9.]+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"similarity-service", "cf-service"})
    void setsWhatTheServiceKnows(String name) {
        Settings known = Overlay.settingsOf(name);
        List<String> unknown = COMPOSE.at("/services").path(name).path("environment").properties().stream()
                .map(Map.Entry::getKey).filter(variable -> !known.known(variable)).toList();
        assertEquals(List.of(), unknown);
    }

    @Test
    @NeedsKustomize
    void imagesAreThoseOfTheLocalOverlay() {
        Set<String> local = Overlay.LOCAL.resources().pods().stream()
                .flatMap(Resources.Pod::allContainers).map(container -> container.path("image").asText())
                .collect(Collectors.toSet());
        Set<String> compose = COMPOSE.at("/services").findValuesAsText("image").stream()
                .filter(image -> !image.contains("load-test")).collect(Collectors.toSet());
        assertEquals(local, compose);
    }
}
