package dev.marquee.cf.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Memory of this machine that can still be had: what a device that shares it can give, whatever it calls its own. A
 * device on the CPU knows of no container's limit, and one that takes more is killed together with the service.
 *
 * @param root {@code /}, but in tests
 */
public record HostMemory(Path root) {
    private static final long KILOBYTE = 1024;

    /** In bytes; the largest number where the system does not tell. */
    public long available() {
        return Math.min(ofMachine(), ofContainer());
    }

    private long ofMachine() {
        long kilobytes = number(lines("proc/meminfo"), "MemAvailable:");
        return kilobytes < 0 ? Long.MAX_VALUE : kilobytes * KILOBYTE;
    }

    /** By the files of control groups, version 2, as a container sees its own. */
    private long ofContainer() {
        List<String> limit = lines("sys/fs/cgroup/memory.max");
        List<String> used = lines("sys/fs/cgroup/memory.current");
        if (limit.isEmpty() || used.isEmpty() || limit.getFirst().equals("max")) {
            return Long.MAX_VALUE;
        }
        // Pages of files that nobody has looked at for a while are given back when memory is short.
        long files = Math.max(0, number(lines("sys/fs/cgroup/memory.stat"), "inactive_file"));
        return Math.max(0, Long.parseLong(limit.getFirst()) - Long.parseLong(used.getFirst()) + files);
    }

    private static long number(List<String> lines, String name) {
        return lines.stream().map(line -> line.split("\\s+")).filter(words -> words[0].equals(name))
                .mapToLong(words -> Long.parseLong(words[1])).findFirst().orElse(-1);
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(root.resolve(file));
        } catch (IOException e) {
            return List.of();
        }
    }
}
