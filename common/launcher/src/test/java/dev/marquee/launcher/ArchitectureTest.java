package dev.marquee.launcher;

import dev.marquee.common.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String BASE = "dev.marquee.launcher";

    @Test
    void packagesHaveNoCyclesAndKeepTheirOrder() {
        var classes = ArchitectureRules.mainClasses(BASE);
        ArchitectureRules.noPackageCycles(BASE).check(classes);
        ArchitectureRules.packageOrder(BASE, "cli|sample", "run").check(classes);
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
