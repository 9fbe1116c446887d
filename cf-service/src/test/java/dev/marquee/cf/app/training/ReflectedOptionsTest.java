package dev.marquee.cf.app.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.cf.algorithms.Algorithms;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Options that are forgotten there train in every test but those of a native executable. */
class ReflectedOptionsTest {

    @Test
    void theOptionsOfAllAlgorithmsAreListed() {
        RegisterForReflection listed = ReflectedOptions.class.getAnnotation(RegisterForReflection.class);
        assertEquals(
                Algorithms.ALL.stream().map(algorithm -> algorithm.defaults().getClass()).collect(Collectors.toSet()),
                Set.of(listed.targets()));
    }
}
