package dev.marquee.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * No page leads astray: links, the headings they lead to, and paths in code.
 */
class LinksTest {
    private static final String MODULES = "(?:common|cf-service|similarity-service|k8s)";
    /** A path from the root to something that is not built; an ellipsis or a wildcard stands for more than one. */
    private static final Pattern PATH = Pattern.compile(MODULES + "/(?!.*(?:…|\\*|target/)).+");
    private static final Pattern SOURCES = Pattern.compile(".*\\.(?:java|xml|ya?ml|properties|sh|js|ts|sql|env|json5?)"
            + "|run|Dockerfile.*|generate-kernels|longest-tests");
    private static final Pattern NAMED_PAGE = Pattern.compile(MODULES + "/[\\w./-]*(?:\\.md|adr/\\d{4}[\\w-]*)");

    @Test
    void linksLeadToFilesAndHeadingsThatAreThere() {
        List<String> dead = new ArrayList<>();
        List<Page> pages = Repository.pages();
        for (Page page : pages) {
            page.links().stream().filter(link -> !leadsSomewhere(page, link))
                    .forEach(link -> dead.add(Repository.ROOT.relativize(page.file()) + ": " + link));
        }
        assertFalse(pages.isEmpty());
        assertEquals(List.of(), dead, "links to nothing");
    }

    @Test
    void pathsInPagesAreThere() {
        List<String> dead = new ArrayList<>();
        for (Page page : Repository.pages()) {
            page.code().stream().filter(code -> PATH.matcher(code).matches())
                    .filter(path -> !Repository.hasBeginning(path))
                    .forEach(path -> dead.add(Repository.ROOT.relativize(page.file()) + ": " + path));
        }
        assertEquals(List.of(), dead, "paths to nothing");
    }

    @Test
    void pagesThatSourcesNameAreThere() {
        List<String> dead = new ArrayList<>();
        List<Path> sources = Repository.files(name -> SOURCES.matcher(name).matches());
        for (Path source : sources) {
            NAMED_PAGE.matcher(Repository.read(source)).results().map(named -> named.group())
                    .filter(path -> !Repository.hasBeginning(path))
                    .forEach(path -> dead.add(Repository.ROOT.relativize(source) + ": " + path));
        }
        assertEquals(List.of(), dead, "pages that are not there");
    }

    @Test
    void deadLinksAreFound() {
        Path file = Repository.ROOT.resolve("k8s").resolve("PAGE.md");
        Page page = Page.of(file, """
                # One, two & `three`
                [a](README.md#images), [b](nothing.md), [c](#one-two--three), [d](#four), [e](https://example.org/x),
                `[f](code.md)` and ![g](../k8s)
                ```
                [h](example.md)
                ```
                [i]: ../readme.md
                """);
        assertEquals(Set.of("one-two--three"), page.anchors());
        assertEquals(List.of("nothing.md", "#four", "../readme.md"),
                page.links().stream().filter(link -> !leadsSomewhere(page, link)).toList());
    }

    private static boolean leadsSomewhere(Page page, String link) {
        String[] parts = link.split("#", 2);
        Path file = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]).normalize();
        if (!file.equals(page.file()) && !Repository.has(file)) {
            return false;
        }
        return parts.length == 1 || !file.toString().endsWith(".md")
                || (file.equals(page.file()) ? page : Page.read(file)).anchors().contains(parts[1]);
    }
}
