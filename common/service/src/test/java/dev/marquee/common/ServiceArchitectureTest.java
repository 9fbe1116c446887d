package dev.marquee.common;

import dev.marquee.common.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ServiceArchitectureTest {
    private static final String BASE = "dev.marquee.common";

    @Test
    void packagesHaveNoCyclesAndKeepTheirOrder() {
        var classes = ArchitectureRules.mainClasses(BASE);
        ArchitectureRules.noPackageCycles(BASE).check(classes);
        ArchitectureRules
                .packageOrder(BASE, "error", "device|kernel|rank|id|io|metrics|postgres|text", "ingest|jobs|json",
                        "imports", "rest", "start")
                .check(classes);
    }

    @Test
    void nothingBlocksTheEventLoop() {
        var classes = ArchitectureRules.mainClasses(BASE);
        ArchitectureRules.reactiveMethodsDoNotBlock().check(classes);
        ArchitectureRules.nobodyAwaitsExcept().check(classes);
    }

    @Test
    void numericalCodeIsPlainJava() {
        ArchitectureRules.isPlainJava(BASE + ".kernel..", BASE + ".rank..", BASE + ".id..", BASE + ".io..")
                .check(ArchitectureRules.mainClasses(BASE));
    }

    @Test
    void whatPackagingLoadsIsReadableForAnOlderJava() {
        ArchitectureRules.canBePackagedOnAnOlderJava().check(ArchitectureRules.mainClasses(BASE));
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
    void wireFormatStandsInRest() {
        ArchitectureRules.wireFormatStandsInRest(BASE).check(ArchitectureRules.mainClasses(BASE));
    }

    @Test
    void nativeExecutablesKnowTheParametersOfResources() {
        ArchitectureRules.resourcesTellTheirParameters().check(ArchitectureRules.mainClasses("dev.marquee.common"));
    }

    @Test
    void whatMayBeNullSaysSo() {
        ArchitectureRules.packagesAreNullMarked().check(ArchitectureRules.mainClasses(BASE));
    }
}
