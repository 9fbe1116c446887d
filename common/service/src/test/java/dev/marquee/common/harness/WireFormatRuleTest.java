package dev.marquee.common.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.marquee.common.harness.rest.WireExamples;
import dev.marquee.common.testing.WireFormatRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rule catches what it is there for, and nothing else. */
public class WireFormatRuleTest {
    private static final String BASE = "dev.marquee.common.harness";
    private static final ArchRule RULE = WireFormatRule.rule(BASE, BASE + ".rest");

    /** A type of a service, which its resources must not show as it is. */
    public record Inner(String name) {}

    /** One that says itself what it is called in JSON. */
    private record Described(@JsonProperty("called") String name) {}

    private static List<String> violations(Class<?> type) {
        return assertThrows(AssertionError.class, () -> RULE.check(new ClassFileImporter().importClasses(type)))
                .getMessage().lines().skip(1).toList();
    }

    @Test
    void jsonThatIsDescribedElsewhereIsCaught() {
        List<String> found = violations(Described.class);
        assertTrue(found.getFirst().contains("JsonProperty"), found.toString());
    }

    @Test
    void anAnswerMadeOfInnerTypesIsCaughtHoweverDeep() {
        String inner = " is made of " + Inner.class.getName();
        assertEquals(List.of("Field <" + WireExamples.Leaking.class.getName() + ".inner>" + inner),
                violations(WireExamples.Leaking.class));
        assertEquals(List.of("Method <" + WireExamples.LeakingResource.class.getName() + ".get()>" + inner),
                violations(WireExamples.LeakingResource.class));
    }

    @Test
    void whatMapsIsAllowed() {
        RULE.check(new ClassFileImporter().importClasses(Inner.class, WireExamples.Answer.class,
                WireExamples.CleanResource.class));
    }
}
