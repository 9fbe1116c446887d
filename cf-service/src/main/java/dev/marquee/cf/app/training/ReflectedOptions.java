package dev.marquee.cf.app.training;

import dev.marquee.cf.train.als.AlsOptions;
import dev.marquee.cf.train.baseline.BiasesOptions;
import dev.marquee.cf.train.baseline.MeanOptions;
import dev.marquee.cf.train.baseline.PopularOptions;
import dev.marquee.cf.train.bpmf.BpmfOptions;
import dev.marquee.cf.train.hybrid.HybridOptions;
import dev.marquee.cf.train.ials.IalsOptions;
import dev.marquee.cf.train.lists.ListsOptions;
import dev.marquee.cf.train.sgd.SgdOptions;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The options of all algorithms, whose names and values are read and set by reflection, for the native executable. They
 * cannot say so themselves: numerical code knows nothing of Quarkus.
 */
@RegisterForReflection(targets = {SgdOptions.class, AlsOptions.class, IalsOptions.class, BpmfOptions.class,
        HybridOptions.class, ListsOptions.class, MeanOptions.class, BiasesOptions.class, PopularOptions.class})
final class ReflectedOptions {
    private ReflectedOptions() {}
}
