package dev.marquee.k8s;

import static dev.marquee.k8s.Resources.name;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Secrets of an overlay: those in it, those that CloudNativePG makes for a Cluster in it, and those that are made
 * by hand.
 */
record Secrets(Resources resources, Set<String> outside) {
    /** What CloudNativePG tells a cluster's owner. */
    private static final Set<String> OWNER_KEYS = Set.of("username", "password", "host", "port", "dbname");

    boolean has(String secret) {
        return find(secret).isPresent() || outside.contains(secret) || ofCluster(secret, "-app")
                || ofCluster(secret, "-ca");
    }

    boolean has(String secret, String key) {
        return find(secret).map(found -> keysOf(found).contains(key)).orElse(outside.contains(secret)
                || (ofCluster(secret, "-app") && OWNER_KEYS.contains(key))
                || (ofCluster(secret, "-ca") && key.equals("ca.crt")));
    }

    /** The keys of a Secret that says how to reach a database; those it should have, where it is not in the overlay. */
    Set<String> keys(String secret) {
        return find(secret).map(Secrets::keysOf).orElse(OWNER_KEYS);
    }

    private boolean ofCluster(String secret, String kind) {
        return resources.of("Cluster").anyMatch(cluster -> secret.equals(name(cluster) + kind));
    }

    private Optional<ObjectNode> find(String secret) {
        return resources.find("Secret", secret);
    }

    private static Set<String> keysOf(ObjectNode secret) {
        Set<String> keys = new TreeSet<>();
        secret.path("stringData").fieldNames().forEachRemaining(keys::add);
        secret.path("data").fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
