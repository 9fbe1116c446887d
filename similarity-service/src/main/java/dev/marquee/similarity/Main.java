package dev.marquee.similarity;

import dev.marquee.common.postgres.ServiceLauncher;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Starts similarity-service, with an embedded database where none is given.
 */
@QuarkusMain
public class Main {

    public static void main(String... args) {
        ServiceLauncher.run("similarity", args);
    }
}
