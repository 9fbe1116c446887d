package dev.marquee.cf;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.marquee.cf.ratings.RatingStore;
import dev.marquee.common.testing.ArchitectureRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String BASE = "dev.marquee.cf";

    @Test
    void packagesHaveNoCyclesAndKeepTheirOrder() {
        var classes = ArchitectureRules.mainClasses(BASE);
        ArchitectureRules.noPackageCycles(BASE).check(classes);
        ArchitectureRules
                .packageOrder(BASE, "ingest", "content", "ratings|matrix", "boost", "model", "predict|cold", "device",
                        "index",
                        "measure", "train", "eval", "algorithms", "app|tool", "rest", ".", "kernels?")
                .check(classes);
    }

    @Test
    void onlyTheToolsUseTheLauncher() {
        ArchitectureRules.usesNoLauncherExcept(BASE + ".tool..").check(ArchitectureRules.mainClasses(BASE));
    }

    /**
     * The others of that package do a part of it each; two of them are public for the sake of benchmarks without a
     * service.
     */
    @Test
    void whoNeedsRatingsAsksTheirStore() {
        String ratings = BASE + ".ratings";
        noClasses().that().resideOutsideOfPackage(ratings).should()
                .dependOnClassesThat(resideInAPackage(ratings)
                        .and(annotatedWith(Singleton.class).or(annotatedWith(ApplicationScoped.class)))
                        .and(not(type(RatingStore.class))))
                .check(ArchitectureRules.mainClasses(BASE));
    }

    @Test
    void nothingBlocksTheEventLoop() {
        var classes = ArchitectureRules.mainClasses(BASE);
        ArchitectureRules.reactiveMethodsDoNotBlock().check(classes);
        ArchitectureRules.nobodyAwaitsExcept(BASE + ".app.training..").check(classes);
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
    void whatMayBeNullSaysSo() {
        ArchitectureRules.packagesAreNullMarked().check(ArchitectureRules.mainClasses(BASE));
    }

    @Test
    void wireFormatStandsInRest() {
        ArchitectureRules.wireFormatStandsInRest(BASE).check(ArchitectureRules.mainClasses(BASE));
    }

    @Test
    void nativeExecutablesKnowTheParametersOfResources() {
        ArchitectureRules.resourcesTellTheirParameters().check(ArchitectureRules.mainClasses(BASE));
    }
}
