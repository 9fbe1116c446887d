package dev.marquee.k8s;

import static dev.marquee.k8s.Resources.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What containers are told by environment variables: it is there, a service knows it and finds its database by it, and
 * no password stands where everybody can read it.
 */
final class EnvironmentRules {
    private static final List<String> DATABASE = List.of("QUARKUS_DATASOURCE_JDBC_URL",
            "QUARKUS_DATASOURCE_REACTIVE_URL", "QUARKUS_DATASOURCE_USERNAME", "QUARKUS_DATASOURCE_PASSWORD");
    private static final String CERTIFICATE = "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS";
    /** Kubernetes puts in what stands further up in the same list, and leaves $(NAME) as it is otherwise. */
    private static final Pattern PART = Pattern.compile("\\$\\(([^)]*)\\)");
    /** Quarkus puts in any variable. */
    static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");

    private final Resources resources;
    private final Secrets secrets;
    private final Findings findings;

    EnvironmentRules(Resources resources, Secrets secrets, Findings findings) {
        this.resources = resources;
        this.secrets = secrets;
        this.findings = findings;
    }

    void check() {
        resources.pods().forEach(pod -> pod.allContainers().forEach(container -> {
            String where = pod.id() + ", container " + container.path("name").asText();
            container.path("env").forEach(variable -> checkSource(variable, where));
            container.path("envFrom").forEach(source -> checkSource(source, where));
            checkParts(container, where);
            Environment environment = Environment.of(container, resources, secrets);
            checkValues(environment, where);
            checkService(pod.labels().path("app.kubernetes.io/name").asText(), environment, where);
            checkCertificate(environment, container, where);
        }));
    }

    private void checkSource(JsonNode source, String where) {
        JsonNode secret = source.at("/valueFrom/secretKeyRef");
        findings.require(
                secret.isMissingNode() || secrets.has(secret.path("name").asText(), secret.path("key").asText()),
                where, "wants the key " + secret.path("key").asText() + " of the Secret "
                        + secret.path("name").asText() + ", which is not here");
        JsonNode map = source.at("/valueFrom/configMapKeyRef");
        findings.require(map.isMissingNode() || resources.find("ConfigMap", map.path("name").asText())
                .filter(found -> found.path("data").has(map.path("key").asText())).isPresent(), where,
                "wants a ConfigMap or a key that is not here: " + map);
        String wholeSecret = source.at("/secretRef/name").asText();
        findings.require(wholeSecret.isEmpty() || secrets.has(wholeSecret), where,
                "wants all keys of the Secret " + wholeSecret + ", which is not here");
        String wholeMap = source.at("/configMapRef/name").asText();
        findings.require(wholeMap.isEmpty() || resources.find("ConfigMap", wholeMap).isPresent(), where,
                "wants the ConfigMap " + wholeMap + ", which is not here");
    }

    private void checkParts(JsonNode container, String where) {
        Set<String> defined = new HashSet<>();
        for (JsonNode variable : container.path("env")) {
            String name = variable.path("name").asText();
            PART.matcher(variable.path("value").asText()).results().map(part -> part.group(1)).forEach(
                    part -> findings.require(defined.contains(part), where,
                            name + " is made of " + part + ", which is not set before it"));
            defined.add(name);
        }
    }

    private void checkValues(Environment environment, String where) {
        environment.values().forEach((name, value) -> {
            EXPRESSION.matcher(value).results().map(part -> part.group(1)).forEach(
                    part -> findings.require(environment.has(part), where,
                            name + " is made of " + part + ", which is not set"));
            Matcher expression = EXPRESSION.matcher(value);
            findings.require(!name.contains("PASSWORD")
                    || (expression.matches() && environment.secret().contains(expression.group(1))), where,
                    name + " must come from a Secret");
        });
    }

    private void checkService(String service, Environment environment, String where) {
        Settings known = Overlay.settingsOf(service);
        if (known != null) {
            environment.values().keySet().stream().filter(name -> name.contains("_"))
                    .forEach(name -> findings.require(known.known(name), where,
                            "sets " + name + ", which " + service + " does not know"));
            DATABASE.forEach(name -> findings.require(environment.has(name), where, "is not told " + name));
        }
    }

    private void checkCertificate(Environment environment, JsonNode container, String where) {
        String file = environment.value(CERTIFICATE);
        findings.require(file.isEmpty() || stream(container.path("volumeMounts"))
                .anyMatch(mount -> file.startsWith(mount.path("mountPath").asText() + "/")), where,
                "knows its database by " + file + ", where nothing is mounted");
    }
}
