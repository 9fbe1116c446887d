package dev.marquee.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StepReportTest {
    @Test
    void readsTheSummary() {
        StepReport report = new StepReport();
        """
                > Global                                       |       150 |       147 |         3
                > request count                                |     1,150 |     1,147 |         3
                > max response time (ms)                       |     1,732 |     1,732 |        12
                > response time 50th percentile (ms)           |        65 |        65 |        10
                > response time 99th percentile (ms)           |     1,334 |     1,335 |        11
                ---- Errors --------------------
                > status.find.is(202), found 409                        3 (100.0%)
                ====
                > not an error
                """.lines().forEach(report::read);
        assertTrue(report.complete());
        assertEquals("> status.find.is(202), found 409                        3 (100.0%)" + System.lineSeparator(),
                report.details());
        assertEquals("       100       65    1,334    1,732        3", report.row("100"));
    }

    @Test
    void aRunThatBrokeOffHasNoFigures() {
        StepReport report = new StepReport();
        report.read("load-test: No answer from http://localhost:8080.");
        assertFalse(report.complete());
        assertTrue(report.details().contains("No answer"));
        assertTrue(report.row("5").endsWith("-"));
    }
}
