package dev.marquee.cf.kernels;

import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.device.kernel.KernelCode;
import dev.marquee.cf.device.kernel.KernelManifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Cuts what {@link KernelDump} printed into one file for each kernel, brings it into a form that is the same from run
 * to run, compiles CUDA's C to PTX, and writes the manifest. Run by {@code generate-kernels}, which says what it needs.
 */
public final class KernelGenerator {
    private static final String SOURCES = "cf-service/engine/src/tornado/java/dev/marquee/cf/kernels/";
    private static final Path RESOURCES = Path.of("cf-service/engine/src/main/resources/dev/marquee/cf/device/kernel");

    private final Map<String, Map<KernelCode.Form, KernelCode.Generated>> generated = new HashMap<>();
    private final Map<String, String> sources = new HashMap<>();

    private KernelGenerator() {}

    /**
     * Run in the repository's root.
     *
     * @param args TornadoVM's version, the file of OpenCL C, and the file of CUDA C, or {@code -} where there is none
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        KernelGenerator generator = new KernelGenerator();
        for (KernelCode.Form form : KernelCode.Form.values()) {
            Path folder = RESOURCES.resolve(form.path("")).getParent();
            Files.createDirectories(folder);
            try (var old = Files.list(folder)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
        }
        generator.opencl(Path.of(args[1]));
        if (!args[2].equals("-")) {
            generator.ptx(Path.of(args[2]));
        }
        generator.manifest(args[0]);
    }

    private void opencl(Path printed) throws IOException {
        List<String> texts = GeneratedText.split(Files.readString(printed), "__kernel void ");
        int next = 0;
        for (Kernel kernel : KernelTasks.kernels()) {
            for (int factors : kernel.compiledFor()) {
                write(kernel, factors, KernelCode.Form.OPENCL, expect(kernel, texts.get(next++)));
            }
        }
    }

    private void ptx(Path printed) throws IOException, InterruptedException {
        List<String> texts = GeneratedText.split(Files.readString(printed), "extern \"C\" __global__ void ");
        int next = 0;
        for (Kernel kernel : KernelTasks.kernels()) {
            for (int factors : kernel.compiledFor()) {
                String cuda = expect(kernel, texts.get(next++));
                write(kernel, factors, KernelCode.Form.PTX, Nvcc.ptx(kernel.name(factors), cuda));
            }
        }
    }

    private static String expect(Kernel kernel, String text) {
        if (!text.contains("void " + kernel.method() + "(")) {
            throw new IllegalStateException("expected " + kernel.method() + ", got " + text.lines().findFirst());
        }
        return GeneratedText.normalise(text);
    }

    private void write(Kernel kernel, int factors, KernelCode.Form form, String text) throws IOException {
        String name = kernel.name(factors);
        Files.writeString(RESOURCES.resolve(form.path(name)), text, StandardCharsets.UTF_8);
        generated.computeIfAbsent(name, absent -> new EnumMap<>(KernelCode.Form.class)).put(form,
                new KernelCode.Generated(form.path(name), KernelManifest.hash(text)));
    }

    private void manifest(String version) throws IOException {
        Map<String, KernelCode> kernels = new HashMap<>();
        for (Kernel kernel : KernelTasks.kernels()) {
            String source = kernel.source();
            if (!sources.containsKey(source)) {
                String text = Files.readString(Path.of(SOURCES + source + ".java"));
                sources.put(source, KernelManifest.hash(text.replace("\r\n", "\n")));
            }
            for (int factors : kernel.compiledFor()) {
                String name = kernel.name(factors);
                kernels.put(name, new KernelCode(name, kernel.groupSize(factors), kernel.arguments(), source,
                        Objects.requireNonNull(generated.get(name))));
            }
        }
        // The generator is run with this header, see generate-kernels.
        int header = Integer.getInteger("tornado.panama.objectHeader");
        Files.writeString(RESOURCES.resolve(KernelManifest.RESOURCE),
                new KernelManifest(version, header, sources, kernels).text(), StandardCharsets.UTF_8);
    }
}
