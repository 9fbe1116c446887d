package dev.marquee.common;

import dev.marquee.common.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String BASE = "dev.marquee.common";

    @Test
    void packagesHaveNoCyclesAndKeepTheirOrder() {
        var classes = ArchitectureRules.mainClasses(BASE);
        ArchitectureRules.noPackageCycles(BASE).check(classes);
        ArchitectureRules.packageOrder(BASE, "error", "device|kernel|rank|id|io|text", "ingest").check(classes);
    }

    /** So that the engine, and whoever else is no service, can stand on it. */
    @Test
    void itIsPlainJava() {
        ArchitectureRules.standsOn(BASE + "..")
                .check(ArchitectureRules.mainClasses(BASE));
    }

    @Test
    void nativeExecutablesKeepVectorsInRegisters() {
        var classes = ArchitectureRules.mainClasses(BASE);
        ArchitectureRules.vectorsCrossNoCalls().check(classes);
        ArchitectureRules.vectorsAreConvertedInSteps().check(classes);
    }

    @Test
    void nothingFollowsTheMachinesLocale() {
        ArchitectureRules.nothingFollowsTheMachinesLocale().check(ArchitectureRules.mainClasses(BASE));
    }

    @Test
    void whatMayBeNullSaysSo() {
        ArchitectureRules.packagesAreNullMarked().check(ArchitectureRules.mainClasses(BASE));
    }
}
