package dev.marquee.cf.train.gpu;

/**
 * The generated kernels, which are resources of the application.
 */
final class GeneratedKernels {

    private GeneratedKernels() {}

    static KernelPrograms openCl() {
        throw new dev.marquee.common.error.TrainingFailed(
                "there are no kernels in this build yet; train with device=cpu");
    }
}
