package dev.marquee.load;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What a load test is told: by the system property {@code load.NAME}, else by the environment variable
 * {@code LOAD_NAME} with {@code _} for {@code -}, else the default.
 *
 * @param cfUrl cf-service, without a slash at the end
 * @param similarityUrl similarity-service, likewise
 * @param rate requests a second that arrive, whether or not earlier ones have been answered
 * @param arrival how they arrive
 * @param duration of what is measured
 * @param warmUp before that: the rate rises to the full one; nothing of it is in the report
 * @param p99Millis the test fails where one request in a hundred takes longer
 * @param errorPercent the test fails where more requests than that fail
 * @param ids how many users and movies to take from the services, spread evenly over all
 * @param explain whether recommendations are asked for with reasons, as the page does
 * @param algorithm what is trained while ratings come in
 * @param results folder for the reports, where Maven does not choose it
 */
record Settings(String cfUrl, String similarityUrl, double rate, Arrival arrival, Duration duration, Duration warmUp,
        int p99Millis, double errorPercent, int ids, boolean explain, String algorithm,
        String results) {

    /** How requests arrive. */
    enum Arrival {
        /** At the same rate throughout. */
        CONSTANT,
        /** At a rate that rises evenly from a tenth of the full one: shows from where on answers are late. */
        RAMP
    }

    /**
     * Reads and checks all settings.
     *
     * @param properties of the system
     * @throws BadSetting naming the setting, its value and what is allowed; also for a property {@code load.…} that
     *             does not exist
     */
    static Settings of(Map<String, String> properties, Map<String, String> environment) {
        SettingReader reader = new SettingReader(properties, environment);
        Settings settings = new Settings(reader.url("cf-url", "http://localhost:8080"),
                reader.url("similarity-url", "http://localhost:8081"),
                reader.number("rate", 50, 0.1, 100_000),
                reader.oneOf("arrival", Arrival.CONSTANT),
                reader.seconds("duration", 60, 1),
                reader.seconds("warm-up", 30, 0),
                reader.whole("p99-ms", 20, 1, 60_000),
                reader.number("error-percent", 0.1, 0, 100),
                reader.whole("ids", 1000, 1, 100_000),
                reader.oneOf("explain", Answer.TRUE) == Answer.TRUE,
                reader.word("algorithm", "als"),
                reader.word("results", "results"));
        reader.refuseUnknown();
        return settings;
    }

    /** Of this process. */
    static Settings ofProcess() {
        Map<String, String> properties = new HashMap<>();
        System.getProperties().stringPropertyNames().forEach(name -> properties.put(name, System.getProperty(name)));
        return of(properties, System.getenv());
    }

    private enum Answer {
        TRUE,
        FALSE
    }
}
