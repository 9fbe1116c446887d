package dev.marquee.cf;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.common.testing.ArchitectureRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EngineArchitectureTest {
    private static final String BASE = "dev.marquee.cf";
    private static final String TRAIN = BASE + ".train";

    private final JavaClasses classes = ArchitectureRules.mainClasses(BASE);

    /** Spark, the tools and the benchmarks load it without a service. */
    @Test
    void itStandsOnPlainJava() {
        ArchitectureRules.standsOn(BASE + "..", "dev.marquee.common..", "org.ejml..", "ml.dmlc.xgboost4j.java..")
                .check(classes);
    }

    /** The kernels' sources are part of a build with a TornadoVM SDK only. */
    @Test
    void packagesHaveNoCyclesAndKeepTheirOrder() {
        ArchitectureRules.noPackageCycles(BASE).check(classes);
        ArchitectureRules
                .packageOrder(BASE, "content", "matrix", "boost", "model", "predict|cold", "device", "index", "measure",
                        "train", "eval",
                        "algorithms", "kernels?")
                .check(classes);
    }

    @Test
    void driversKnowTheDeviceAndOnlyTheChoiceKnowsDrivers() {
        ArchitectureRules.packageOrder(BASE + ".device", "kernel", ".", "opencl|cuda", "choice").check(classes);
    }

    /** What is below train and none of what trainers share is an algorithm, and in the list. */
    @Test
    void whatTrainersShareKnowsNoAlgorithmAndNoAlgorithmAnother() {
        String algorithms = algorithms().map(name -> name.substring(TRAIN.length() + 1)).collect(joining("|"));
        ArchitectureRules.packageOrder(TRAIN, ".", "support", "solve", "ondevice", "prior", algorithms).check(classes);
    }

    @Test
    void onlyTheListKnowsAlgorithms() {
        noClasses().that().resideOutsideOfPackages(TRAIN + "..", BASE + ".algorithms..", BASE + ".kernels..").should()
                .dependOnClassesThat().resideInAnyPackage(algorithms().toArray(String[]::new)).check(classes);
    }

    private static Stream<String> algorithms() {
        return Algorithms.ALL.stream().map(algorithm -> algorithm.getClass().getPackageName()).distinct();
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
    void whatMayBeNullSaysSo() {
        ArchitectureRules.packagesAreNullMarked().check(classes);
    }
}
