package dev.marquee.cf.train.ials;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.index.DeviceSearchKernels;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Folding;
import dev.marquee.cf.train.Role;
import dev.marquee.cf.train.Trainer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Matrix factorisation for ranking on implicit feedback; see {@link IalsTrainer}.
 */
public final class Ials implements Algorithm<IalsOptions> {
    private static final List<Kernel> KERNELS = Stream.of(DeviceIalsKernels.ALL, DeviceSearchKernels.ALL)
            .flatMap(List::stream).toList();
    static final List<Integer> DEVICE_FACTORS = Kernel.compiledForAll(KERNELS);

    @Override
    public String id() {
        return "ials";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.RANKING);
    }

    @Override
    public IalsOptions defaults() {
        return IalsOptions.DEFAULTS;
    }

    @Override
    public Trainer<IalsOptions> trainer() {
        return new IalsTrainer();
    }

    @Override
    public Optional<Function<Supplier<Device>, Trainer<IalsOptions>>> deviceTrainer() {
        return Optional.of(DeviceIalsTrainer::new);
    }

    @Override
    public List<Kernel> kernels() {
        return KERNELS;
    }

    @Override
    public IalsOptions forEpochs(IalsOptions options, int epochs) {
        return options.forEpochs(epochs);
    }

    @Override
    public Folding folding(FactorModel model, IalsOptions options) {
        return new ImplicitFoldIn(model, options);
    }
}
