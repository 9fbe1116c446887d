package dev.marquee.cf.algorithms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.device.kernel.KernelCode;
import dev.marquee.cf.device.kernel.KernelManifest;
import dev.marquee.cf.train.als.DeviceAlsKernels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * That the generated kernels are those of the sources, and those which the trainers think they call. Where this fails
 * after a change of a kernel, run {@code cf-service/engine/src/tornado/generate-kernels} (the README says what it
 * needs) and commit its output.
 */
class KernelManifestTest {
    private static final Path SOURCES = Path.of("src/tornado/java/dev/marquee/cf/kernels");
    private static final Path GENERATED = Path.of("src/main/resources/dev/marquee/cf/device/kernel");
    private static final String REMEDY = ": run cf-service/engine/src/tornado/generate-kernels and commit what it writes";

    private final KernelManifest manifest = KernelManifest.read();

    @Test
    void sourcesAreThoseThatWereCompiled() throws IOException {
        for (KernelCode code : manifest.kernels().values()) {
            assertTrue(manifest.sources().containsKey(code.source()), code.name() + " has no source's hash");
        }
        for (String source : manifest.sources().keySet()) {
            String text = Files.readString(SOURCES.resolve(source + ".java")).replace("\r\n", "\n");
            assertEquals(manifest.sources().get(source), KernelManifest.hash(text),
                    source + ".java was changed after the kernels were generated" + REMEDY);
        }
    }

    @Test
    void generatedCodeIsWhatTheGeneratorWrote() {
        for (KernelCode code : manifest.kernels().values()) {
            assertTrue(code.in(KernelCode.Form.OPENCL).isPresent(), code.name() + " has no OpenCL C");
            for (KernelCode.Generated generated : code.generated().values()) {
                assertEquals(generated.hash(), KernelManifest.hash(KernelManifest.text(generated.path())),
                        generated.path() + " was changed by hand" + REMEDY);
            }
        }
    }

    @Test
    void theLauncherPassesWhatTheKernelsTake() {
        for (Kernel kernel : Algorithms.kernels()) {
            for (int factors : kernel.compiledFor()) {
                KernelCode code = manifest.code(kernel, factors);
                assertEquals(kernel.arguments(), code.arguments(), code.name() + REMEDY);
                assertEquals(kernel.groupSize(factors), code.groupSize(), code.name() + REMEDY);
                assertEquals(kernel.source(), code.source(), code.name() + REMEDY);
                String text = KernelManifest.text(code.in(KernelCode.Form.OPENCL).orElseThrow().path());
                String signature = text.substring(text.indexOf('('), text.indexOf(')'));
                List<String> names = List.of(signature.split(", ")).stream()
                        .map(parameter -> parameter.substring(parameter.lastIndexOf('*') + 1)).toList();
                assertEquals(code.arguments().stream().map(Kernel.Argument::name).toList(),
                        names.subList(4, 4 + code.arguments().size()), code.name());
                int all = 4 + code.arguments().size() + (kernel.perFactors() ? 1 : 0);
                assertEquals(all, names.size(), code.name());
                assertTrue(text.startsWith("__kernel void " + kernel.method() + "("), code.name());
            }
        }
    }

    @Test
    void everyFileBelongsToAKernel() throws IOException {
        Set<String> known = new TreeSet<>(Set.of(KernelManifest.RESOURCE));
        manifest.kernels().values().forEach(
                code -> code.generated().values().forEach(generated -> known.add(generated.path())));
        try (var files = Files.walk(GENERATED)) {
            Set<String> found = new TreeSet<>();
            files.filter(Files::isRegularFile)
                    .forEach(file -> found.add(GENERATED.relativize(file).toString().replace('\\', '/')));
            assertEquals(known, found);
        }
    }

    @Test
    void everyKernelIsCompiledForEveryNumberOfFactorsAndNothingElseIs() {
        Set<String> names = new TreeSet<>();
        for (Kernel kernel : Algorithms.kernels()) {
            kernel.compiledFor().forEach(factors -> assertTrue(names.add(kernel.name(factors)), kernel.name(factors)));
        }
        assertEquals(names, manifest.kernels().keySet());
        assertThrows(IllegalArgumentException.class, () -> manifest.code(DeviceAlsKernels.SOLVE, 48));
    }

    @Test
    void theTextIsRead() {
        assertEquals(manifest, KernelManifest.parse(manifest.text()));
        assertFalse(manifest.tornadoVm().isEmpty());
        assertTrue(manifest.header() >= 0);
    }

    @Test
    void anUnknownFormatIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> KernelManifest.parse("format=2\n"));
        assertThrows(IllegalArgumentException.class, () -> KernelManifest.parse("format=1\nheader=0\n"));
        String damaged = manifest.text().replaceAll("axpy.opencl=.*", "axpy.opencl=somewhere");
        assertThrows(IllegalArgumentException.class, () -> KernelManifest.parse(damaged));
    }
}
