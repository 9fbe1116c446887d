package dev.marquee.cf.train.sgd;

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
 * Biased matrix factorisation by stochastic gradient descent; see {@link SgdTrainer}.
 */
public final class Sgd implements Algorithm<SgdOptions> {

    @Override
    public String id() {
        return "sgd";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.RATING);
    }

    @Override
    public SgdOptions defaults() {
        return SgdOptions.DEFAULTS;
    }

    @Override
    public Trainer<SgdOptions> trainer() {
        return new SgdTrainer();
    }

    @Override
    public Optional<Function<Supplier<Device>, Trainer<SgdOptions>>> deviceTrainer() {
        return Optional.of(DeviceSgdTrainer::new);
    }

    @Override
    public List<Kernel> kernels() {
        return Stream.of(DeviceSgdKernels.ALL, DevicePriorKernels.ALL, DeviceKernels.ALL).flatMap(List::stream)
                .toList();
    }

    @Override
    public SgdOptions forEpochs(SgdOptions options, int epochs) {
        return options.forEpochs(epochs);
    }

    @Override
    public Folding folding(FactorModel model, SgdOptions options) {
        return FoldIn.ofTraining(model, options.penalty());
    }
}
