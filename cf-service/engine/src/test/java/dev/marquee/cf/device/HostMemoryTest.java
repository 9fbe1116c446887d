package dev.marquee.cf.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the system's files say of free memory. */
class HostMemoryTest {
    @TempDir
    private Path root;

    private void file(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private long available() {
        return new HostMemory(root).available();
    }

    @Test
    void aSystemThatDoesNotTellSetsNoLimit() {
        assertEquals(Long.MAX_VALUE, available());
    }

    @Test
    void aMachineTellsWhatIsAvailable() throws IOException {
        file("proc/meminfo", "MemTotal:       24684096 kB\nMemFree:         9888184 kB\nMemAvailable:   18686900 kB\n");
        file("sys/fs/cgroup/memory.max", "max\n");
        file("sys/fs/cgroup/memory.current", "5000\n");
        assertEquals(18_686_900L * 1024, available());
    }

    @Test
    void aContainersLimitCounts() throws IOException {
        file("proc/meminfo", "MemAvailable:   18686900 kB\n");
        file("sys/fs/cgroup/memory.max", "1000000\n");
        file("sys/fs/cgroup/memory.current", "700000\n");
        file("sys/fs/cgroup/memory.stat", "anon 400000\nfile 300000\ninactive_file 50000\n");
        assertEquals(350_000, available());
        file("sys/fs/cgroup/memory.current", "1200000\n");
        assertEquals(0, available());
    }
}
