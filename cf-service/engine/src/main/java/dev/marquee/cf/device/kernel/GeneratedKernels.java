package dev.marquee.cf.device.kernel;

/**
 * The generated kernels of the application, in one form. Immutable.
 */
public record GeneratedKernels(KernelManifest manifest, KernelCode.Form form) implements KernelPrograms {

    public static GeneratedKernels of(KernelCode.Form form) {
        return new GeneratedKernels(KernelManifest.read(), form);
    }

    @Override
    public int headerBytes() {
        return manifest.header();
    }

    @Override
    public KernelProgram program(Kernel kernel, int factors) {
        KernelCode code = manifest.code(kernel, factors);
        String path = code.in(form).orElseThrow(
                () -> new IllegalStateException("this application was built without " + code.name() + " as " + form))
                .path();
        return new KernelProgram(kernel.method(), KernelManifest.text(path), code.arguments().size(),
                kernel.perFactors());
    }
}
