package dev.marquee.cf.app.training;

import dev.marquee.cf.train.AlsOptions;
import dev.marquee.cf.train.BiasesOptions;
import dev.marquee.cf.train.BpmfOptions;
import dev.marquee.cf.train.IalsOptions;
import dev.marquee.cf.train.MeanOptions;
import dev.marquee.cf.train.PopularOptions;
import dev.marquee.cf.train.SgdOptions;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The options of all algorithms, whose names and values are read and set by reflection, for the native executable. They
 * cannot say so themselves: numerical code knows nothing of Quarkus.
 */
@RegisterForReflection(targets = {SgdOptions.class, AlsOptions.class, IalsOptions.class, BpmfOptions.class,
        MeanOptions.class, BiasesOptions.class, PopularOptions.class})
final class ReflectedOptions {
    private ReflectedOptions() {}
}
