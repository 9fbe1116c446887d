package dev.marquee.cf.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.check.stage.Conditions;
import dev.marquee.cf.check.stage.Stage;
import dev.marquee.cf.check.stage.Stages;
import dev.marquee.common.device.DeviceChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckOptionsTest {

    private static CheckOptions parse(String... arguments) {
        return CheckOptions.parse(List.of(arguments), Map.of());
    }

    @Test
    void withoutOptionsItIsAllOfItWithinEightMinutes() {
        CheckOptions options = parse();
        assertEquals(Stages.ALL, options.stages);
        assertEquals(DeviceChoice.AUTO, options.device());
        assertEquals(480, options.seconds);
        assertEquals(Map.of(), options.properties);
        assertEquals(new Conditions(DeviceChoice.GPU, false, 0, Path.of("")), options.conditions(DeviceChoice.GPU));
        assertFalse(options.help());
    }

    @Test
    void optionsAreTaken() {
        CheckOptions options = parse("--out", "a", "--device", "opencl", "--stage", "kernels", "--stage",
                "rates, bench", "--quick", "--ratings", "200000", "--data", "src", "--seconds", "60", "--out", "c");
        assertEquals(Path.of("c").toAbsolutePath(), options.out);
        assertEquals(List.of("rates", "kernels", "bench-small", "bench-large", "bench-lists", "bench-cpu"),
                options.stages.stream().map(Stage::name).toList());
        assertEquals(60, options.seconds);
        assertEquals(new Conditions(DeviceChoice.OPENCL, true, 200_000, Path.of("src").toAbsolutePath()),
                options.conditions(options.device()));
        assertTrue(parse("--help").help());
        assertTrue(CheckOptions.usage().contains("bench-lists") && CheckOptions.usage().contains("480"));
    }

    @Test
    void devicesAreLookedForWhereTheEnvironmentSays() {
        CheckOptions options = CheckOptions.parse(List.of("--device", "cuda"), Map.of("MARQUEE_CUDA_LIBRARY", "x.so",
                "MARQUEE_OPENCL_LIBRARY", "y.so", "MARQUEE_DEVICE_MEMORY_LIMIT", "7"));
        assertEquals(DeviceChoice.GPU, options.device());
        assertEquals(Map.of("marquee.cuda.library", "x.so", "marquee.opencl.library", Conditions.NO_LIBRARY,
                "marquee.device.memory-limit", "7"), options.properties);
    }

    @Test
    void wrongOptionsAreNamed() {
        for (String[] wrong : new String[][]{{"--what", "--what"}, {"--out", "--out"}, {"tpu", "--device", "tpu"},
                {"nothing", "--stage", "nothing"}, {"many", "--ratings", "many"}, {"60000", "--ratings", "5"},
                {"481", "--seconds", "481"}}) {
            List<String> arguments = List.of(wrong).subList(1, wrong.length);
            String message = assertThrows(CheckOptions.Wrong.class,
                    () -> CheckOptions.parse(arguments, Map.of())).getMessage();
            assertTrue(message.contains(wrong[0]), message);
        }
    }

    @Test
    void theUsageNamesEveryVariable() {
        for (String variable : List.of("MARQUEE_OPENCL_LIBRARY", "MARQUEE_CUDA_LIBRARY",
                "MARQUEE_DEVICE_MEMORY_LIMIT")) {
            assertTrue(CheckOptions.usage().contains(variable), CheckOptions.usage());
        }
        assertTrue(CheckOptions.usage().contains("by default 480\n"), CheckOptions.usage());
    }

    @Test
    void aMemoryLimitIsBytes() {
        for (String limit : List.of("2G", "-5", "")) {
            assertThrows(CheckOptions.Wrong.class,
                    () -> CheckOptions.parse(List.of(), Map.of("MARQUEE_DEVICE_MEMORY_LIMIT", limit)), limit);
        }
    }
}
