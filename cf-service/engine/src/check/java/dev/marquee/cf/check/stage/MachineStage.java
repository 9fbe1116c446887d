package dev.marquee.cf.check.stage;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceInfo;
import dev.marquee.cf.device.DeviceSettings;
import dev.marquee.cf.device.HostMemory;
import dev.marquee.cf.device.choice.ChosenDevice;
import dev.marquee.cf.device.choice.Devices;
import dev.marquee.common.device.DeviceChoice;
import dev.marquee.common.error.InvalidRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What machine it is, what each driver says, and which device the check gets. */
final class MachineStage {
    /** The part that says which device the check gets, and its fact for the other stages. */
    static final String DEVICE = "device";
    static final String CHOICE = "choice";

    private MachineStage() {}

    static void run(StageRun run) {
        run.part("cpu", 5, MachineStage::cpu);
        run.part("nvidia-smi", 5, MachineStage::nvidiaSmi);
        run.part("drivers", 20, MachineStage::drivers);
        run.part(DEVICE, 20, part -> device(part, run.conditions()));
    }

    private static void cpu(Part part) {
        String model = field("/proc/cpuinfo", "model name");
        int cores = Runtime.getRuntime().availableProcessors();
        long memory = new HostMemory(Path.of("/")).available();
        part.fact("cpu", model).fact("cores", cores).fact("availableBytes", memory)
                .fact("java", Runtime.version().toString()).fact("system", System.getProperty("os.version"));
        part.say("%s, %d cores, %.1f GB available, Java %s, Linux %s", model, cores, memory / 1e9, Runtime.version(),
                System.getProperty("os.version"));
    }

    private static String field(String file, String name) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name)).map(line -> line.substring(line.indexOf(':') + 1))
                    .findFirst().orElse("unknown").strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static void nvidiaSmi(Part part) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("nvidia-smi",
                    "--query-gpu=name,driver_version,memory.total,memory.used,clocks.max.sm,power.limit,mig.mode.current",
                    "--format=csv,noheader").redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new Part.Skipped("there is no nvidia-smi");
        }
        process.getOutputStream().close();
        if (!process.waitFor(8, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new Part.Skipped("nvidia-smi does not answer");
        }
        String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        part.fact("line", line).say("%s", line);
    }

    private static void drivers(Part part) {
        Devices devices = new Devices(DeviceSettings.fromSystemProperties());
        List<DeviceInfo> found = devices.found();
        part.fact("devices", found.size()).fact("summary", devices.summary()).say("%s", devices.summary());
        for (DeviceInfo info : found) {
            part.say("%s: %.1f GB, arrays of at most %.1f GB, %d compute units", info.line(), info.memoryBytes() / 1e9,
                    info.largestArrayBytes() / 1e9, info.computeUnits());
        }
    }

    private static void device(Part part, Conditions conditions) {
        Devices devices = new Devices(DeviceSettings.fromSystemProperties());
        ChosenDevice chosen;
        DeviceChoice choice = conditions.device();
        try {
            if (choice == DeviceChoice.AUTO) {
                choice = devices.found().stream().anyMatch(DeviceInfo::gpu) ? DeviceChoice.GPU : DeviceChoice.OPENCL;
            }
            chosen = devices.choose(choice);
        } catch (InvalidRequest e) {
            throw new Part.Skipped("there is no such device (" + devices.summary() + ")");
        }
        DeviceInfo info = chosen.info().orElseThrow();
        part.fact(CHOICE, choice.word()).fact("name", info.name()).fact("api", info.api().toString())
                .fact("driver", info.driver()).fact("gpu", info.gpu()).fact("memoryBytes", info.memoryBytes())
                .fact("computeUnits", info.computeUnits()).fact("line", info.line());
        try (Device device = chosen.open()) {
            part.fact("freeBytes", device.freeBytes());
            part.say("%s, %d compute units, %.1f GB free", info.line(), info.computeUnits(), device.freeBytes() / 1e9);
        }
    }
}
