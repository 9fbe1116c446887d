package dev.marquee.cf;

import dev.marquee.common.postgres.ServiceLauncher;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Starts cf-service, with an embedded database where none is given.
 */
@QuarkusMain
public class Main {

    public static void main(String... args) {
        ServiceLauncher.run("cf", args);
    }
}
