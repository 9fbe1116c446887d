package dev.marquee.cf.app.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.cf.train.TrainOptions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Options that are forgotten there train in every test but those of a native executable. */
class ReflectedOptionsTest {

    @Test
    void theOptionsOfAllAlgorithmsAreListed() {
        RegisterForReflection listed = ReflectedOptions.class.getAnnotation(RegisterForReflection.class);
        assertEquals(records(TrainOptions.class).collect(Collectors.toSet()),
                Arrays.stream(listed.targets()).collect(Collectors.<Object>toSet()));
    }

    private static Stream<Object> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ReflectedOptionsTest::records)
                : Stream.of(type);
    }
}
