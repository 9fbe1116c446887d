package dev.marquee.launcher.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.logging.LogRuntimeConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceLogTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"logs", "a b:c+[d]#?*%'\\e é"})
    void quarkusWritesIntoFilesOfBoundedSizeAndNumber(String name) throws Exception {
        ServiceLog log = new ServiceLog(folder.resolve(name), "x-service");
        // Names that Quarkus does not know would be refused here.
        LogRuntimeConfig config = new SmallRyeConfigBuilder().addDiscoveredConverters().addDefaultInterceptors()
                .withMapping(LogRuntimeConfig.class).withSources(new PropertiesConfigSource(log.settings(), "run", 100))
                .build().getConfigMapping(LogRuntimeConfig.class);
        assertTrue(config.file().enabled());
        assertEquals(folder.resolve(name).resolve("x-service.log"), config.file().path().toPath());
        assertEquals(10L << 20, config.file().rotation().maxFileSize().asLongValue());
        assertEquals(3, config.file().rotation().maxBackupIndex());
        assertTrue(config.file().rotation().rotateOnBoot());
        assertFalse(config.console().enabled(), "what is printed goes to a file that does not rotate");
    }

    @Test
    void theTailIsOfThisStart() throws Exception {
        Path old = Files.writeString(folder.resolve("x-service.log"), "of an earlier start");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(60)));
        ServiceLog log = new ServiceLog(folder, "x-service");
        Files.writeString(log.output(), "Error: no memory\n");
        assertEquals("Error: no memory\n", log.tail());
        Files.writeString(log.file(), "x".repeat(10_000) + "the end\n");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().plusSeconds(1)));
        assertTrue(log.tail().endsWith("xthe end\nError: no memory\n"), log.tail());
        assertTrue(log.tail().length() < 5_000);
    }
}
