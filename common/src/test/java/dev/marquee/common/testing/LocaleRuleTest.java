package dev.marquee.common.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The rule catches what it is there for, and nothing else. */
class LocaleRuleTest {

    @Test
    void eachKindIsCaught() {
        var violations = assertThrows(AssertionError.class,
                () -> LocaleRule.rule().check(new ClassFileImporter().importClasses(Follows.class)));
        List<String> lines = violations.getMessage().lines().filter(line -> line.contains("Follows.")).toList();
        for (String kind : List.of("String.format(", "String.formatted(", "String.toUpperCase()",
                "String.toLowerCase()",
                "PrintStream.printf(", "Scanner.<init>(", "NumberFormat.getInstance()", "DateTimeFormatter.ofPattern(",
                "ZoneId.systemDefault()", "LocalDate.now()", "String.getBytes()", "Locale.getDefault()")) {
            assertEquals(1, lines.stream().filter(line -> line.contains(kind)).count(), kind + " in " + lines);
        }
        assertTrue(violations.getMessage().contains("String.format(Locale.ROOT, …)"), violations.getMessage());
    }

    @Test
    void whatNamesItsLocaleIsAllowed() {
        LocaleRule.rule().check(new ClassFileImporter().importClasses(Fixed.class));
    }

    /** Each mistake that the rule is to find. */
    @SuppressWarnings({"unused", "ArrayToString", "DefaultCharset", "JavaTimeDefaultTimeZone", "StringCaseLocaleUsage"})
    private static final class Follows {
        private final Function<String, String> reference = String::toLowerCase;

        private String all(PrintStream out) {
            out.printf("%d", 1);
            try (Scanner scanner = new Scanner("1")) {
                scanner.nextInt();
            }
            return String.format("%d", 1) + "%d".formatted(1) + "title".toUpperCase() + NumberFormat.getInstance()
                    + DateTimeFormatter.ofPattern("d MMM") + ZoneId.systemDefault() + LocalDate.now() + "é".getBytes()
                    + Locale.getDefault();
        }
    }

    @SuppressWarnings({"unused", "ArrayToString"})
    private static final class Fixed {
        private String all(PrintStream out, byte[] bytes) {
            out.printf(Locale.ROOT, "%d", 1);
            return String.format(Locale.ROOT, "%d", 1) + "title".toUpperCase(Locale.ROOT)
                    + NumberFormat.getInstance(Locale.ROOT) + DateTimeFormatter.ofPattern("d MMM", Locale.ROOT)
                    + LocalDate.now(ZoneOffset.UTC) + "é".getBytes(StandardCharsets.UTF_8)
                    + new String(bytes, StandardCharsets.UTF_8) + new String("x") + String.join(",", List.of());
        }
    }
}
