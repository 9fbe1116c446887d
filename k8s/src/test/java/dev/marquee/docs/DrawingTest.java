package dev.marquee.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The drawing in ARCHITECTURE.md is that of the compiled classes. {@code mvn test-compile}, then
 * {@code mvn -pl k8s test -Dtest=DrawingTest -Dmarquee.drawing=write} draws it anew.
 */
class DrawingTest {
    private static final Path PAGE = Repository.ROOT.resolve("ARCHITECTURE.md");
    private static final Pattern BLOCK = Pattern.compile("(?<=^```mermaid\n).*?(?=^```$)",
            Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void theHouseIsDrawnAsItIsBuilt() throws IOException {
        for (String module : House.modulesOfTheBuild()) {
            assumeTrue(Files.isDirectory(House.classes(module)),
                    () -> module + " is not compiled: mvn test-compile in the root compiles all");
        }
        String page = Repository.read(PAGE);
        Matcher block = BLOCK.matcher(page);
        assertTrue(block.find(), "ARCHITECTURE.md has no drawing between ```mermaid and ```");
        String drawing = Drawing.of(House.compiled());
        if ("write".equals(System.getProperty("marquee.drawing"))) {
            Files.writeString(PAGE, page.substring(0, block.start()) + drawing + page.substring(block.end()));
            return;
        }
        assertEquals(drawing, block.group(),
                () -> "ARCHITECTURE.md has another drawing than the classes in target. If these "
                        + "are new, mvn -pl k8s test -Dtest=DrawingTest -Dmarquee.drawing=write writes this one:\n"
                        + drawing);
    }

    @Test
    void arrowsThatFollowFromOthersAreLeftOut() {
        Arrows arrows = Arrows.none();
        arrows.add("a", "b");
        arrows.add("b", "c");
        arrows.add("c", "d");
        arrows.add("a", "d");
        arrows.add("a", "e");
        arrows.add("a", "a");
        assertEquals(Map.of("a", Set.of("b", "e"), "b", Set.of("c"), "c", Set.of("d")), arrows.reduced().uses());
    }

    @Test
    void packagesStandInTheirModulesAndArrowsBetweenThemAreThoseOfModules() {
        Arrows arrows = Arrows.none();
        arrows.add("dev.marquee.a", "dev.marquee.a.x");
        arrows.add("dev.marquee.a.x", "dev.marquee.b.y.z");
        House house = new House(List.of("m/a", "m-b"), Map.of("dev.marquee.a", "m/a", "dev.marquee.a.x", "m/a",
                "dev.marquee.b.y.z", "m-b", "dev.marquee.b.w", "m-b"), arrows);
        assertEquals("""
                  subgraph M_A["m/a"]
                    a["a"]
                    a_x["x"]
                    a --> a_x
                  end
                  subgraph M_B["m-b"]
                    b_w["w"]
                    b_y_z["y/z"]
                  end
                  M_A ==> M_B
                """, Drawing.of(house).split("flowchart TB\n")[1]);
    }
}
