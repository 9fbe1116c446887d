package dev.marquee.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KustomizeTest {

    @ParameterizedTest
    @CsvSource({"v5.5.0, true", "v10.0.1, true", "v4.5.7, false", "'{Version:kustomize/v4.1.2 GitCommit:a}', false",
            "'Client Version: v1.32.4\nKustomize Version: v5.5.0', true",
            "'Client Version: v1.26.0\nKustomize Version: v4.5.7', false",
            "'Client Version: version.Info{Major:\"1\", Minor:\"20\", GitVersion:\"v1.20.2\"}', false"})
    void takesNoneThatIsOlderThanTheManifests(String printed, boolean recent) {
        assertEquals(recent, Kustomize.isRecent(new Kustomize.Result(0, printed)));
        assertFalse(Kustomize.isRecent(new Kustomize.Result(1, printed)), "it did not run");
    }

    @Test
    @NeedsKustomize
    void saysWhichFolderIsWrongAndWhy(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("kustomization.yaml"), "resources: [missing.yaml]\n");
        String message = assertThrows(IllegalArgumentException.class, () -> Kustomize.render(folder)).getMessage();
        assertTrue(message.startsWith(folder + ": ") && message.contains("missing.yaml"), message);
    }
}
