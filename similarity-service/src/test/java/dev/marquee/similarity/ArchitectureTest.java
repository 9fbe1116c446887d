package dev.marquee.similarity;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.marquee.common.testing.ArchitectureRules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String BASE = "dev.marquee.similarity";
    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = ArchitectureRules.mainClasses(BASE);
    }

    @Test
    void packagesHaveNoCyclesAndKeepTheirOrder() {
        ArchitectureRules.noPackageCycles(BASE).check(classes);
        ArchitectureRules.packageOrder(BASE, "movie", "ingest|features|catalogue", "index", "app", "rest", ".")
                .check(classes);
    }

    @Test
    void nothingBlocksTheEventLoop() {
        ArchitectureRules.reactiveMethodsDoNotBlock().check(classes);
        ArchitectureRules.nobodyAwaitsExcept().check(classes);
    }

    @Test
    void numericalCodeIsPlainJava() {
        ArchitectureRules.isPlainJava(BASE + ".movie..", BASE + ".ingest..", BASE + ".features..", BASE + ".index..",
                BASE + ".app.search..").check(classes);
    }

    @Test
    void whatPackagingLoadsIsReadableForAnOlderJava() {
        ArchitectureRules.canBePackagedOnAnOlderJava().check(classes);
    }

    @Test
    void nativeExecutablesKeepVectorsInRegisters() {
        ArchitectureRules.vectorsCrossNoCalls().check(classes);
        ArchitectureRules.vectorsAreConvertedInSteps().check(classes);
    }

    @Test
    void nothingFollowsTheMachinesLocale() {
        ArchitectureRules.nothingFollowsTheMachinesLocale().check(classes);
    }

    @Test
    void wireFormatStandsInRest() {
        ArchitectureRules.wireFormatStandsInRest(BASE).check(classes);
    }

    @Test
    void nativeExecutablesKnowTheParametersOfResources() {
        ArchitectureRules.resourcesTellTheirParameters().check(classes);
    }

    @Test
    void whatMayBeNullSaysSo() {
        ArchitectureRules.packagesAreNullMarked().check(classes);
    }
}
