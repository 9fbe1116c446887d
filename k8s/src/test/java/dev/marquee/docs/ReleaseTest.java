package dev.marquee.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a release must not forget (CONTRIBUTING.md has its steps): each place that names the version, and the changelog.
 */
class ReleaseTest {
    private static final Path ROOT = Repository.ROOT;
    private static final Pattern OF_THE_BUILD = Pattern.compile("<version>([^<]+)</version>");
    private static final Pattern OF_AN_IMAGE = Pattern
            .compile("(?:marquee/[a-z-]+:|newTag: |ARG VERSION=)(\\d[\\w.-]*)");
    /** An image each of two services and the load test, at the least. */
    private static final int PLACES = 3;
    private static final Pattern CHAPTER = Pattern.compile("^## .*", Pattern.MULTILINE);
    private static final Pattern SECTION = Pattern.compile("^### (.*)", Pattern.MULTILINE);
    private static final Set<String> SECTIONS = Set.of("Added", "Changed", "Deprecated", "Removed", "Fixed",
            "Security");

    @Test
    void imagesAreOfTheVersionThatIsBuilt() throws IOException {
        String version = built().replace("-SNAPSHOT", "");
        Map<Path, List<String>> named = new TreeMap<>();
        try (Stream<Path> all = Stream.of("k8s/README.md", "k8s/overlays", "k8s/load-test/kustomization.yaml",
                "compose.yaml", "similarity-service/src/main/docker", "cf-service/src/main/docker").map(ROOT::resolve)
                .flatMap(ReleaseTest::files)) {
            for (Path file : all.toList()) {
                named.put(file,
                        OF_AN_IMAGE.matcher(Files.readString(file)).results().map(tag -> tag.group(1)).toList());
            }
        }
        named.forEach((file, versions) -> versions.forEach(found -> assertEquals(version, found, file::toString)));
        assertTrue(named.values().stream().mapToInt(List::size).sum() >= PLACES, named::toString);
    }

    @Test
    void allModulesAreOfTheVersionThatIsBuilt() throws IOException {
        for (Path pom : Repository.files(name -> name.equals("pom.xml"))) {
            String version = OF_THE_BUILD.matcher(Files.readString(pom)).results().findFirst().orElseThrow().group(1);
            assertEquals(built(), version, pom::toString);
        }
    }

    @Test
    void theChangelogHasWhatIsToComeAndThenEachVersionWithItsDay() throws IOException {
        String changelog = Files.readString(ROOT.resolve("CHANGELOG.md"));
        List<String> chapters = CHAPTER.matcher(changelog).results().map(MatchResult::group).toList();
        assertEquals("## [Unreleased]", chapters.getFirst());
        chapters.stream().skip(1).forEach(chapter -> assertTrue(
                chapter.matches("## \\[\\d+\\.\\d+\\.\\d+] - \\d{4}-\\d{2}-\\d{2}"), chapter));
        assertTrue(built().endsWith("-SNAPSHOT")
                || (chapters.size() > 1 && chapters.get(1).startsWith("## [" + built() + "]")),
                "the changelog does not know the version " + built() + " yet");
        List<String> sections = SECTION.matcher(changelog).results().map(section -> section.group(1)).toList();
        assertTrue(SECTIONS.containsAll(sections), () -> sections + " are not all of " + SECTIONS);
    }

    private static String built() throws IOException {
        return OF_THE_BUILD.matcher(Files.readString(ROOT.resolve("pom.xml"))).results().findFirst()
                .orElseThrow().group(1);
    }

    @SuppressWarnings("StreamResourceLeak") // flatMap closes it
    private static Stream<Path> files(Path path) {
        try {
            return Files.walk(path).filter(Files::isRegularFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
