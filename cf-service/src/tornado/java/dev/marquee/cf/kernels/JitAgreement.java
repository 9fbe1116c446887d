package dev.marquee.cf.kernels;

import dev.marquee.cf.train.gpu.Device;
import dev.marquee.cf.train.gpu.Kernel;
import dev.marquee.cf.train.gpu.KernelCase;
import dev.marquee.cf.train.gpu.KernelCases;
import dev.marquee.cf.train.gpu.SequentialDevice;
import java.util.Arrays;
public final class JitAgreement {
    public static void main(String[] args) {
        try (Device jit = JitDevices.open(); Device twin = new SequentialDevice()) {
            System.out.println(jit.info());
            for (Kernel kernel : Kernel.values()) {
                if (args.length > 0 && !Arrays.asList(args).contains(kernel.method())) continue;
                for (int k : Kernel.FACTORS) {
                    int n = 0;
                    for (KernelCase c : KernelCases.of(kernel, k, k)) {
                        try { long t = System.nanoTime(); c.compare(c.run(twin), c.run(jit)); System.out.println("ok " + kernel + k + " " + n++ + " " + (System.nanoTime() - t) / 1000000 + " ms"); }
                        catch (Throwable e) { System.out.println("WRONG " + kernel + k + " " + n++ + ": " + e); if (!(e instanceof AssertionError)) e.printStackTrace(System.out); }
                    }
                }
            }
        }
    }
}
