package dev.marquee.common.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rule catches what it is there for, and nothing else. */
class PackageOrderTest {
    private static final String HOUSE = "dev.marquee.common.testing.house";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(HOUSE);

    private static void assertViolated(List<String> parts, String... levels) {
        String message = assertThrows(AssertionError.class,
                () -> ArchitectureRules.packageOrder(HOUSE, levels).check(CLASSES)).getMessage();
        List<String> lines = message.lines().skip(1).toList();
        assertEquals(parts.size(), lines.size(), message);
        parts.forEach(part -> assertTrue(lines.stream().anyMatch(line -> line.contains(part)), message));
    }

    @Test
    void whatKeepsTheOrderPasses() {
        ArchitectureRules.packageOrder(HOUSE, "cellar", "hall|attic", ".", "barn").check(CLASSES);
        ArchitectureRules.packageOrder(HOUSE, "stable?", "cellar", "hall", "attic", ".?", "barn?").check(CLASSES);
    }

    @Test
    void aPackageBeforeAndOneOfTheSameLevelAreNotImported() {
        assertViolated(List.of("Hall.described()> has return type", "Hall.described()> depends on component type"),
                "hall", "cellar", "attic", ".", "barn");
        assertViolated(List.of("Attic.described()> calls method <dev.marquee.common.testing.house.cellar.Cellar"),
                "cellar|attic", "hall", ".", "barn");
    }

    @Test
    void aClassInAPackageThatIsNotNamedFails() {
        assertViolated(List.of("Hall stands in " + HOUSE + ".hall, which the order does not name"), "cellar", "attic",
                ".", "barn");
    }

    /** Else it were a back door through which any package reached any other. */
    @Test
    void theBasePackageHasAPlaceOrNoClasses() {
        assertViolated(List.of("House stands in " + HOUSE + ", which", "Barn.described()"), "cellar", "hall|attic",
                "barn");
        assertViolated(List.of("Barn.described()"), "cellar", "hall|attic", "barn", ".");
    }

    @Test
    void aNameThatNoPackageHasFails() {
        assertViolated(List.of("the order names hal, but no class stands there"), "cellar", "hal", "hall|attic", ".",
                "barn");
        assertThrows(IllegalArgumentException.class, () -> ArchitectureRules.packageOrder(HOUSE, "hall", "hall"));
    }

    @Test
    void anOrderOfNothingFails() {
        var rule = ArchitectureRules.packageOrder("dev.marquee.common.testing.hut", "hall?");
        assertThrows(AssertionError.class, () -> rule.check(CLASSES));
    }

    /** Of which one half stands in the base package. */
    @Test
    void aCycleThroughTheBasePackageFails() {
        String ring = "dev.marquee.common.testing.ring";
        var rule = ArchitectureRules.noPackageCycles(ring);
        assertThrows(AssertionError.class, () -> rule.check(new ClassFileImporter().importPackages(ring)));
        ArchitectureRules.noPackageCycles(HOUSE).check(CLASSES);
    }
}
