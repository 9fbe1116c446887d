package dev.marquee.cf.check.stage;

import java.util.List;

/**
 * The stages in their order: what settles most comes first, the rows of the CPU engine last. The limits before the
 * large benchmark leave it most of its time even where each is run into.
 */
public final class Stages {
    /** Comes first, always: it says which device the others get. */
    public static final Stage MACHINE = new Stage("machine", "Machine, drivers and devices", 45, false,
            MachineStage::run);

    public static final List<Stage> ALL = List.of(
            MACHINE,
            new Stage("rates", "Copies and arithmetic at most", 30, true, RatesStage::run),
            new Stage("kernels", "Every kernel against its twin", 60, true, KernelsStage::run),
            new Stage("contract", "The contracts of devices and trainers", 90, true, ContractStage::run),
            new Stage("bench-small", "Benchmarks, small", 40, true, BenchStage::small),
            new Stage("quality", "Trainings beside the CPU's", 70, true, QualityStage::run),
            new Stage("schedule", "The schedule of SGD", 20, false, ScheduleStage::run),
            new Stage("bench-large", "Benchmarks, large", 150, true, BenchStage::large),
            new Stage("bench-lists", "Benchmarks of ranking", 60, true, BenchStage::lists),
            new Stage("profile", "Where an epoch's time goes", 50, true, ProfileStage::run),
            new Stage("limits", "Shared, little memory, failing", 60, true, LimitsStage::run),
            new Stage("ptxas", "CUDA's compiler", 60, false, PtxasStage::run),
            new Stage("jit", "TornadoVM just in time", 120, true, JitStage::run),
            new Stage("bench-cpu", "The CPU engine beside", 480, true, BenchStage::onCpu));

    /** The part of {@link #MACHINE} that tells of the chosen device, and its fact with the word that chooses it. */
    public static final String DEVICE = MachineStage.DEVICE;
    public static final String CHOICE = MachineStage.CHOICE;

    private Stages() {}

    /** Those whose name is the word, or begins with it and a dash. */
    public static List<Stage> named(String word) {
        return ALL.stream().filter(stage -> stage.name().equals(word) || stage.name().startsWith(word + "-")).toList();
    }
}
