package dev.marquee.cf.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.cf.device.kernel.KernelManifest;
import dev.marquee.common.testing.ArchitectureRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A native executable is told of every shape of a native call and of every file of a kernel: what is missing fails only
 * there.
 */
class NativeRegistrationTest {
    private static final String FILE = "/META-INF/native-image/dev.marquee/cf-engine/reachability-metadata.json";

    private static JsonNode metadata() throws IOException {
        try (InputStream in = NativeRegistrationTest.class.getResourceAsStream(FILE)) {
            return new ObjectMapper().readTree(in);
        }
    }

    @Test
    void everyShapeOfACallIsRegistered() throws IOException {
        TreeSet<String> expected = new TreeSet<>();
        functions().forEach(function -> expected.add(words(function.shape())));
        TreeSet<String> registered = new TreeSet<>();
        for (JsonNode call : metadata().at("/foreign/downcalls")) {
            List<String> parameters = new ArrayList<>();
            call.get("parameterTypes").forEach(type -> parameters.add(type.asText()));
            registered.add(call.get("returnType").asText() + parameters);
        }
        assertEquals(expected, registered);
    }

    /** All that there are, whichever enums they stand in. */
    private static Stream<NativeFunction> functions() {
        return ArchitectureRules.mainClasses("dev.marquee.cf").stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(NativeFunction.class))
                .flatMap(type -> Stream.of(type.reflect().getEnumConstants())).map(NativeFunction.class::cast);
    }

    private static String words(String shape) {
        return word(shape.charAt(0)) + shape.substring(2).chars().mapToObj(letter -> word((char) letter)).toList();
    }

    private static String word(char letter) {
        return switch (letter) {
            case 'i' -> "jint";
            case 'l' -> "jlong";
            case 'p' -> "void*";
            default -> throw new IllegalArgumentException("no such letter: " + letter);
        };
    }

    @Test
    void everyFileOfAKernelIsRegistered() throws IOException {
        List<PathMatcher> registered = new ArrayList<>();
        metadata().get("resources").forEach(resource -> registered
                .add(FileSystems.getDefault().getPathMatcher("glob:" + resource.get("glob").asText())));
        List<String> files = new ArrayList<>(List.of(KernelManifest.RESOURCE));
        KernelManifest.read().kernels().values()
                .forEach(code -> code.generated().values().forEach(generated -> files.add(generated.path())));
        assertTrue(files.size() > 1, "there are kernels");
        for (String file : files) {
            Path path = Path.of(KernelManifest.class.getPackageName().replace('.', '/'), file);
            assertTrue(registered.stream().anyMatch(glob -> glob.matches(path)), path + " is not registered");
        }
    }
}
