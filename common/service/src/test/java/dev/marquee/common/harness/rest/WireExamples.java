package dev.marquee.common.harness.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marquee.common.harness.WireFormatRuleTest.Inner;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;

/** What the rule about wire format is tried on. */
public final class WireExamples {
    private WireExamples() {}

    /** Maps. */
    public record Answer(@JsonProperty("called") String name) {
        static Answer of(Inner inner) {
            return new Answer(inner.name());
        }
    }

    /** Shows an inner type. */
    public record Leaking(Map<String, List<Inner>> inner) {}

    /** Maps what it answers with. */
    @Path("/clean")
    public static final class CleanResource {
        private final Inner inner = new Inner("inner");

        @GET
        public List<Answer> get() {
            return List.of(map(inner));
        }

        private static Answer map(Inner found) {
            return Answer.of(found);
        }
    }

    /** Answers with an inner type. */
    @Path("/leaking")
    public static final class LeakingResource {
        @GET
        public List<Inner> get() {
            return List.of();
        }
    }
}
