package dev.marquee.cf.check.stage;

import dev.marquee.cf.device.kernel.KernelCode;
import dev.marquee.cf.device.kernel.KernelManifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Whether CUDA's compiler takes all the PTX for the cards that are meant, where it is on the PATH. No device needed.
 */
final class PtxasStage {
    private static final List<String> CARDS = List.of("sm_80", "sm_90");
    private static final int SECONDS = 60;

    private PtxasStage() {}

    static void run(StageRun run) {
        Optional<Path> compiler = Stream.of(Objects.toString(System.getenv("PATH"), "").split(":"))
                .filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, "ptxas"))
                .filter(Files::isExecutable).findFirst();
        for (String card : CARDS) {
            if (compiler.isPresent()) {
                run.part(card, SECONDS, part -> compile(part, compiler.get(), card));
            } else {
                run.skip(card, "there is no ptxas on the PATH");
            }
        }
    }

    private static void compile(Part part, Path compiler, String card) throws Exception {
        List<String> resources = KernelManifest.read().kernels().values().stream()
                .flatMap(code -> code.in(KernelCode.Form.PTX).stream()).map(KernelCode.Generated::path).toList();
        Path folder = Files.createTempDirectory("gpu-check-ptx");
        try (ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<String>> told = resources.stream()
                    .map(resource -> workers.submit(() -> compile(compiler, card, resource, folder))).toList();
            for (Future<String> each : told) {
                Part.require(each.get().isEmpty(), "%s", each.get());
            }
        } finally {
            Files.deleteIfExists(folder);
        }
        part.fact("kernels", resources.size()).say("it takes all %d", resources.size());
    }

    /** @return what the compiler says, where it does not take it or has a warning */
    private static String compile(Path compiler, String card, String resource, Path folder)
            throws IOException, InterruptedException {
        Path source = folder.resolve(Path.of(resource).getFileName().toString());
        Path binary = folder.resolve(source.getFileName() + ".cubin");
        try {
            Files.writeString(source, KernelManifest.text(resource));
            Process process = new ProcessBuilder(compiler.toString(), "-arch=" + card, "-o", binary.toString(),
                    source.toString()).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? said : resource + ": " + said;
        } finally {
            Files.deleteIfExists(source);
            Files.deleteIfExists(binary);
        }
    }
}
