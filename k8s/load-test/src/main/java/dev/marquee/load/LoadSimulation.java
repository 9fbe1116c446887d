package dev.marquee.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.substring;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * What all simulations share: a warm-up that is not reported, then the measured arrivals, then the verdict.
 */
abstract class LoadSimulation extends Simulation {
    private static final double FIRST = 0.1;
    private static final double P99 = 99;

    /** The settings of this process. */
    protected final Settings settings;

    /**
     * Keeps connections, as an ingress or another service does, and lets every visitor use them.
     */
    protected final HttpProtocolBuilder protocol = http.acceptHeader("application/json")
            .userAgentHeader("marquee-load-test")
            .disableWarmUp().disableCaching().disableAutoReferer().shareConnections();

    /**
     * A test that cannot be made ends the process, which is Gatling's, with one line rather than with its stack trace.
     */
    LoadSimulation() {
        try {
            settings = Settings.ofProcess();
            define();
        } catch (BadSetting e) {
            throw e.endsProcess();
        }
    }

    /** Calls {@link #measure}. Runs before the fields of a subclass are set. */
    abstract void define();

    /**
     * Asks for the list of the user of the session. An answer that lacks titles or content, because similarity-service
     * was too slow for it, has failed.
     */
    protected HttpRequestActionBuilder recommendations(String name) {
        return http(name).get(settings.cfUrl() + "/api/v1/users/#{userId}/recommendations")
                .queryParam("explain", settings.explain())
                .check(status().is(200), substring("similarity-service does not answer").notExists());
    }

    /**
     * @param visit what one visitor does
     * @param requests how many requests that is
     */
    protected void measure(String name, ChainBuilder visit, int requests) {
        measure(name, visit, requests, List.of(), List.of());
    }

    /**
     * @param beside what goes on beside it while it is measured
     * @param more what must hold beyond the limits
     */
    protected void measure(String name, ChainBuilder visit, int requests, List<PopulationBuilder> beside,
            List<Assertion> more) {
        double visitors = settings.rate() / requests;
        List<PopulationBuilder> measured = new ArrayList<>(beside);
        measured.add(scenario(name).exec(visit).injectOpen(arrivals(visitors)));
        PopulationBuilder all = settings.warmUp().isZero()
                ? null
                : scenario(name + ", warm-up").exec(visit).injectOpen(rampUsersPerSec(visitors * FIRST).to(visitors)
                        .during(settings.warmUp())).protocols(protocol.silentUri(".*")).andThen(measured);
        List<Assertion> limits = new ArrayList<>(more);
        limits.add(global().responseTime().percentile(P99).lte(settings.p99Millis()));
        limits.add(global().failedRequests().percent().lte(settings.errorPercent()));
        setUp(all == null ? measured : List.of(all)).protocols(protocol).assertions(limits);
    }

    private OpenInjectionStep arrivals(double visitors) {
        return switch (settings.arrival()) {
            case CONSTANT -> constantUsersPerSec(visitors).during(settings.duration());
            case RAMP -> rampUsersPerSec(visitors * FIRST).to(visitors).during(settings.duration());
        };
    }
}
