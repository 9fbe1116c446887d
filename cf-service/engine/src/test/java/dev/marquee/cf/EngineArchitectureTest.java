package dev.marquee.cf;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.marquee.common.testing.ArchitectureRules;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EngineArchitectureTest {
    private static final String BASE = "dev.marquee.cf";
    private static final String TRAIN = BASE + ".train.";
    /** What algorithms share; any other package below train is an algorithm. */
    private static final Set<String> SHARED = Set.of("support", "solve", "ondevice", "prior");

    private final JavaClasses classes = ArchitectureRules.mainClasses(BASE);

    /** Spark, the tools and the benchmarks load it without a service. */
    @Test
    void itStandsOnPlainJava() {
        ArchitectureRules.standsOn(BASE + "..", "dev.marquee.common..", "org.ejml..").check(classes);
    }

    @Test
    void packagesHaveNoCyclesAndKeepTheirOrder() {
        ArchitectureRules.noPackageCycles(BASE).check(classes);
        ArchitectureRules
                .packageOrder(BASE, "matrix", "model", "device", "index", "measure", "train", "eval", "algorithms")
                .forEach(rule -> rule.check(classes));
    }

    @Test
    void driversKnowTheDeviceAndOnlyTheChoiceKnowsDrivers() {
        String device = BASE + ".device";
        ArchitectureRules.order(device + ".kernel", device, device + ".opencl|" + device + ".cuda", device + ".choice")
                .forEach(rule -> rule.check(classes));
    }

    @Test
    void whatTrainersShareKnowsNoAlgorithm() {
        ArchitectureRules.order(BASE + ".train", TRAIN + "support", TRAIN + "solve", TRAIN + "ondevice",
                TRAIN + "prior",
                TRAIN + "als|" + TRAIN + "sgd|" + TRAIN + "ials|" + TRAIN + "bpmf|" + TRAIN + "baseline")
                .forEach(rule -> rule.check(classes));
    }

    @Test
    void algorithmsDoNotKnowOneAnother() {
        ArchitectureRules.doNotKnowOneAnother("algorithms", new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                String name = type.getPackageName();
                String below = name.startsWith(TRAIN) ? name.substring(TRAIN.length()) : "";
                return below.isEmpty() || SHARED.contains(below)
                        ? SliceIdentifier.ignore()
                        : SliceIdentifier.of(below);
            }

            @Override
            public String getDescription() {
                return "packages of algorithms";
            }
        }).check(classes);
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
