package dev.marquee.cf.check;

import dev.marquee.cf.check.stage.Conditions;
import dev.marquee.cf.check.stage.Stage;
import dev.marquee.cf.check.stage.Stages;
import dev.marquee.common.device.DeviceChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The command line of a check; read once.
 */
final class CheckOptions {
    static final int LIMIT_SECONDS = 480;
    private static final String USAGE = """
            Usage: check [--out FOLDER] [--device auto|gpu|cuda|opencl] [--stage NAME]... [--quick] [--ratings N]
                         [--data FOLDER] [--seconds N]
              --out      where results go; default: result, beside this script
              --device   auto: a GPU where there is one, else any OpenCL device; cuda: a GPU by CUDA; default: auto
              --stage    only these, and the first, which finds the device; with commas or several times:
                         STAGES
              --quick    small sizes, for a rehearsal
              --ratings  how many the largest benchmarks have; default: as many as MovieLens 25M and 20M
              --data     a folder with MovieLens ratings, or with folders of them, to train on besides
              --seconds  after which the check ends, at most and by default SECONDS
            Environment: MARQUEE_OPENCL_LIBRARY and MARQUEE_CUDA_LIBRARY name other libraries,
            MARQUEE_DEVICE_MEMORY_LIMIT (bytes) makes the device smaller, TORNADOVM_HOME names an SDK of TornadoVM.
            Ends with 0 where nothing failed, 1 where something did, 2 for wrong options, 3 where there is no device.
            """;
    private static final Map<String, String> VARIABLES = Map.of(
            "MARQUEE_OPENCL_LIBRARY", "marquee.opencl.library",
            "MARQUEE_CUDA_LIBRARY", "marquee.cuda.library",
            "MARQUEE_DEVICE_MEMORY_LIMIT", "marquee.device.memory-limit");

    /** Where results go. */
    Path out = Path.of("result").toAbsolutePath();
    /** That are run, besides the first, which always is. */
    List<Stage> stages = Stages.ALL;
    int seconds = LIMIT_SECONDS;
    /** System properties of the stages: where devices are looked for. */
    final Map<String, String> properties = new LinkedHashMap<>();
    private DeviceChoice device = DeviceChoice.AUTO;
    private boolean quick;
    private int ratings;
    private Path data = Path.of("");
    private boolean help;
    private String given = "";

    /** The message is for whoever gave the options. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    private CheckOptions() {}

    /** @throws Wrong saying which option is wrong */
    static CheckOptions parse(List<String> arguments, Map<String, String> environment) {
        CheckOptions options = new CheckOptions();
        VARIABLES.forEach((variable, property) -> {
            if (environment.containsKey(variable)) {
                options.properties.put(property, environment.get(variable));
            }
        });
        options.checkMemoryLimit();
        options.given = given(arguments, options.properties);
        Deque<String> left = new ArrayDeque<>(arguments);
        List<Stage> chosen = new ArrayList<>();
        while (!left.isEmpty()) {
            String option = left.removeFirst();
            switch (option) {
                case "--out" -> options.out = Path.of(value(option, left)).toAbsolutePath();
                case "--device" -> options.chooseDevice(value(option, left));
                case "--stage" -> chosen.addAll(stagesNamed(value(option, left)));
                case "--quick" -> options.quick = true;
                case "--ratings" -> options.ratings = number(option, value(option, left), 60_000, 100_000_000);
                case "--data" -> options.data = folder(option, value(option, left));
                case "--seconds" -> options.seconds = number(option, value(option, left), 5, LIMIT_SECONDS);
                case "--help", "-h" -> options.help = true;
                default -> throw new Wrong("There is no option " + option + ".");
            }
        }
        if (!chosen.isEmpty()) {
            options.stages = Stages.ALL.stream().filter(chosen::contains).toList();
        }
        return options;
    }

    /** What reports say of the options: all but where results go, and what the environment changes. */
    private static String given(List<String> arguments, Map<String, String> properties) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).equals("--out")) {
                i++;
            } else {
                words.add(arguments.get(i));
            }
        }
        VARIABLES.forEach((variable, property) -> {
            if (properties.containsKey(property)) {
                words.add(variable + "=" + properties.get(property));
            }
        });
        return String.join(" ", words);
    }

    /** As they were given. */
    String given() {
        return given;
    }

    private void checkMemoryLimit() {
        String limit = properties.getOrDefault("marquee.device.memory-limit", "0");
        if (!limit.matches("[0-9]{1,18}")) {
            throw new Wrong("MARQUEE_DEVICE_MEMORY_LIMIT must be a number of bytes, is " + limit + ".");
        }
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new Wrong(option + " has no value.");
        }
        return left.removeFirst();
    }

    private static Path folder(String option, String value) {
        Path folder = Path.of(value).toAbsolutePath();
        if (!Files.isDirectory(folder)) {
            throw new Wrong(option + " must be a folder, and " + folder + " is none.");
        }
        return folder;
    }

    private static int number(String option, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new Wrong(option + " must be a number, is " + value + ".");
        }
        throw new Wrong(option + " must be between " + least + " and " + most + ", is " + value + ".");
    }

    private void chooseDevice(String word) {
        device = switch (word) {
            case "auto" -> DeviceChoice.AUTO;
            case "gpu", "cuda" -> DeviceChoice.GPU;
            case "opencl" -> DeviceChoice.OPENCL;
            default -> throw new Wrong("--device must be auto, gpu, cuda or opencl, is " + word + ".");
        };
        if (word.equals("cuda")) {
            properties.put("marquee.opencl.library", Conditions.NO_LIBRARY);
        }
    }

    private static List<Stage> stagesNamed(String words) {
        List<Stage> stages = new ArrayList<>();
        for (String word : words.split(",")) {
            List<Stage> named = Stages.named(word.strip());
            if (named.isEmpty()) {
                throw new Wrong("There is no stage " + word + "; there are " + names(", ") + ".");
            }
            stages.addAll(named);
        }
        return stages;
    }

    private static String names(String separator) {
        return Stages.ALL.stream().map(Stage::name).collect(Collectors.joining(separator));
    }

    boolean help() {
        return help;
    }

    static String usage() {
        return USAGE.replace("STAGES", names(" ")).replace(" SECONDS\n", " " + LIMIT_SECONDS + "\n");
    }

    DeviceChoice device() {
        return device;
    }

    /** For stages, on the device that was found. */
    Conditions conditions(DeviceChoice found) {
        return new Conditions(found, quick, ratings, data);
    }
}
