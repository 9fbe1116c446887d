package dev.marquee.cf;

import dev.marquee.common.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String BASE = "dev.marquee.cf";

    @Test
    void packagesHaveNoCyclesAndKeepTheirOrder() {
        var classes = ArchitectureRules.mainClasses(BASE);
        ArchitectureRules.noPackageCycles(BASE).check(classes);
        ArchitectureRules
                .packageOrder(BASE, "ingest", "ratings|matrix", "model", "device", "index", "measure", "train", "eval",
                        "algorithms",
                        "app|tool", "rest")
                .forEach(rule -> rule.check(classes));
    }

    @Test
    void onlyTheToolsUseTheLauncher() {
        ArchitectureRules.usesNoLauncherExcept(BASE + ".tool..").check(ArchitectureRules.mainClasses(BASE));
    }

    @Test
    void nothingBlocksTheEventLoop() {
        var classes = ArchitectureRules.mainClasses(BASE);
        ArchitectureRules.reactiveMethodsDoNotBlock().check(classes);
        ArchitectureRules.nobodyAwaitsExcept().check(classes);
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
    void nativeExecutablesKnowTheParametersOfResources() {
        ArchitectureRules.resourcesTellTheirParameters().check(ArchitectureRules.mainClasses(BASE));
    }
}
