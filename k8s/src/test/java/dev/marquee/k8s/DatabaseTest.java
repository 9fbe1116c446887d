package dev.marquee.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Which database each container of the services is led to, and how.
 */
@NeedsKustomize
class DatabaseTest {
    private static final List<String> SERVICES = List.of("similarity", "cf");

    @ParameterizedTest
    @EnumSource
    void eachContainerHasTheSecretOfItsService(Overlay overlay) {
        Resources resources = overlay.resources();
        for (String service : SERVICES) {
            assertEquals(Set.of("[\"" + service + "-database-app\"]"), resources.pods().stream()
                    .filter(pod -> isOf(service, pod)).flatMap(Resources.Pod::allContainers)
                    .map(container -> container.findValues("secretRef").stream().map(secret -> secret.get("name"))
                            .toList().toString())
                    .collect(Collectors.toSet()));
        }
    }

    @Test
    void onALaptopTheyMayTalkInTheClear() {
        Resources resources = Overlay.LOCAL.resources();
        assertEquals(Set.of("jdbc:postgresql://cf-database:5432/cf?sslmode=prefer"),
                settings("cf", resources, "QUARKUS_DATASOURCE_JDBC_URL"));
        assertEquals(Set.of("postgresql://similarity-database:5432/similarity?sslmode=prefer"),
                settings("similarity", resources, "QUARKUS_DATASOURCE_REACTIVE_URL"));
        assertEquals(Set.of("cf"), settings("cf", resources, "QUARKUS_DATASOURCE_USERNAME"));
        assertEquals(Set.of("only-for-trying"), settings("similarity", resources, "QUARKUS_DATASOURCE_PASSWORD"));
    }

    @ParameterizedTest
    @EnumSource(names = {"PROD", "PROD_GPU"})
    void inProductionTheyCheckWhoAnswers(Overlay overlay) {
        Resources resources = overlay.resources();
        for (String service : SERVICES) {
            assertEquals(Set.of("jdbc:postgresql://?:?/??sslmode=verify-full&sslrootcert=/var/run/database-ca/ca.crt"),
                    settings(service, resources, "QUARKUS_DATASOURCE_JDBC_URL"));
            assertEquals(Set.of("postgresql://?:?/??sslmode=verify-full"),
                    settings(service, resources, "QUARKUS_DATASOURCE_REACTIVE_URL"));
        }
    }

    private static boolean isOf(String service, Resources.Pod pod) {
        return pod.labels().path("app.kubernetes.io/name").asText().equals(service + "-service");
    }

    /** What the containers of a service are told, with the parts put in; ? for what is not in the overlay. */
    private static Set<String> settings(String service, Resources resources, String name) {
        JsonNode secret = resources.find("Secret", service + "-database-app").map(found -> found.get("stringData"))
                .orElseGet(JsonNodeFactory.instance::objectNode);
        Secrets secrets = new Secrets(resources, Set.of());
        return resources.pods().stream().filter(pod -> isOf(service, pod)).flatMap(Resources.Pod::allContainers)
                .map(container -> expanded(name, Environment.of(container, resources, secrets), secret))
                .collect(Collectors.toSet());
    }

    private static String expanded(String name, Environment environment, JsonNode secret) {
        return environment.secret().contains(name)
                ? secret.path(name.replaceFirst("^DATABASE_", "")).asText("?")
                : EnvironmentRules.EXPRESSION.matcher(environment.value(name))
                        .replaceAll(part -> expanded(part.group(1), environment, secret));
    }
}
