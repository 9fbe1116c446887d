package dev.marquee.cf.kernels;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code nvcc}, from CUDA C to PTX. TornadoVM's own PTX differs from run to run in its names, so the way is through its
 * C.
 */
final class Nvcc {
    /**
     * The oldest that today's nvcc writes for; a driver translates it for every later card.
     */
    private static final String ARCHITECTURE = "compute_75";

    /**
     * The PTX language's version that the file claims: of CUDA 11, so that drivers older than the compiler take it. The
     * compiler writes its own version, whatever the code needs; {@code ptxas} says whether the code keeps to the older
     * one.
     */
    private static final String VERSION = ".version 7.0";

    private Nvcc() {}

    static String ptx(String name, String cuda) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("marquee-kernel");
        Path source = folder.resolve(name + ".cu");
        Path target = folder.resolve(name + ".ptx");
        try {
            Files.writeString(source, cuda);
            run(List.of("nvcc", "-ptx", "-arch=" + ARCHITECTURE, "--fmad=true", "-o", target.toString(),
                    source.toString()));
            Files.writeString(target, Files.readString(target).replaceFirst("(?m)^\\.version .*$", VERSION));
            run(List.of("ptxas", "-arch=sm_90", "-o", folder.resolve(name + ".cubin").toString(), target.toString()));
            return Files.readString(target);
        } finally {
            Files.deleteIfExists(source);
            Files.deleteIfExists(target);
            Files.deleteIfExists(folder.resolve(name + ".cubin"));
            Files.delete(folder);
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed:\n" + output);
        }
    }
}
