package dev.marquee.cf.train.als;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Folding;
import dev.marquee.cf.train.Role;
import dev.marquee.cf.train.Trainer;
import dev.marquee.cf.train.ondevice.DeviceKernels;
import dev.marquee.cf.train.prior.DevicePriorKernels;
import dev.marquee.cf.train.solve.FoldIn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Biased matrix factorisation by alternating least squares; see {@link AlsTrainer}.
 */
public final class Als implements Algorithm<AlsOptions> {

    @Override
    public String id() {
        return "als";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.RATING);
    }

    @Override
    public AlsOptions defaults() {
        return AlsOptions.DEFAULTS;
    }

    @Override
    public Trainer<AlsOptions> trainer() {
        return new AlsTrainer();
    }

    @Override
    public Optional<Function<Supplier<Device>, Trainer<AlsOptions>>> deviceTrainer() {
        return Optional.of(DeviceAlsTrainer::new);
    }

    @Override
    public List<Kernel> kernels() {
        return Stream.of(DeviceAlsKernels.ALL, DevicePriorKernels.ALL, DeviceKernels.ALL).flatMap(List::stream)
                .toList();
    }

    @Override
    public AlsOptions forEpochs(AlsOptions options, int epochs) {
        return options.forEpochs(epochs);
    }

    @Override
    public Folding folding(FactorModel model, AlsOptions options) {
        return FoldIn.ofTraining(model, options.penalty());
    }
}
