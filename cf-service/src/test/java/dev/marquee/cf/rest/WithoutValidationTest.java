package dev.marquee.cf.rest;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;

/** Where nothing is held out to choose the number of epochs by. */
@QuarkusTest
@TestProfile(WithoutValidationTest.Without.class)
class WithoutValidationTest extends HarshRatingsTest {

    /** A service of its own. */
    public static class Without implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("marquee.training.validation", "0");
        }
    }

    @Override
    boolean validatesStars() {
        return false;
    }

    @Override
    String whyNoValidation() {
        return "(marquee.training.validation is 0)";
    }
}
